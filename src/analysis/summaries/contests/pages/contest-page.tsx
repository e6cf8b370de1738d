import type { ComponentChildren } from 'preact'
import {
  Button,
  Caption,
  CharacterCount,
  Colon,
  Document,
  ErrorSummary,
  Radios,
  Time,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { usePositionNames } from '../../../coding/pages/said.tsx'
import { summaryAddress } from '../../addresses.ts'
import { isLateContest, LONGEST_CONTEST, type Sentence } from '../../model.ts'
import { ContestAnswer } from '../../reading/pages/contest-shown.tsx'
import type { PublicContest } from '../../reading/read-summary.ts'
import type { Place } from '../../where.ts'
import { type WordKey, words } from '../../words.ts'
import type { Contestable } from '../read-contestable.ts'

export interface ContestPageProps extends Place {
  number: string
  contestable: readonly Contestable[]
  /** What was contested with this comment before, with its own words. */
  made: readonly PublicContest[]
  isPosted: boolean
  typed: { about: string; words: string }
  problem: WordKey | undefined
}

/** For the sender of a comment: where it is cited, how it was read, and the place to say that it is wrong. */
export function ContestPage(props: ContestPageProps) {
  const t = useWords(words)
  const { request, number, contestable, isPosted, problem } = props
  const title = t('contestTitle', { number })
  return (
    <Document
      title={title}
      problems={problem !== undefined}
      back={{ href: `/comments/${number}`, text: t('comment', { number }) }}
      unlisted
    >
      {problem && (
        <ErrorSummary
          problems={[
            {
              href: problem === 'aboutMissing' ? '#about' : '#words',
              text: t(problem, { limit: LONGEST_CONTEST }),
            },
          ]}
        />
      )}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <Made {...props} />
      {contestable.length === 0 && <p>{t('nothingToContest')}</p>}
      {!isPosted && <p>{t('not-posted')}</p>}
      {contestable.length > 0 && isPosted && <ContestForm {...props} />}
    </Document>
  )
}

function Made({ made, request, contestable }: ContestPageProps) {
  const t = useWords(words)
  if (made.length === 0) return null
  const issueOf = (id: string) => contestable.find(({ issue }) => issue.id === id)?.issue.number ?? 0
  return (
    <section aria-labelledby="made">
      <h2 id="made">{t('youContested')}</h2>
      <ul class="govuk-list">
        {made.map((contest) => (
          <li key={contest.id} class="parley-claimed">
            <p class="parley-muted">
              <Time at={contest.at} zone={request.deadline.zone} />
              {contest.late && `, ${t('contestLate')}`}
            </p>
            <p class="parley-claimed__text" dir="auto">
              {contest.words}
            </p>
            {contest.state !== 'posted' && (
              <p>{t(contest.state === 'screening' ? 'contestScreened' : 'contestKeptBack')}</p>
            )}
            <ContestAnswer
              {...{
                contest,
                zone: request.deadline.zone,
                docket: request.docket,
                issue: issueOf(contest.issue),
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ContestForm({ number, contestable, request, now, typed, problem }: ContestPageProps) {
  const t = useWords(words)
  const items = contestable.flatMap(({ issue, summary, version, sentences }) => [
    ...sentences.map((one) => ({
      value: one.sentence.id,
      text: <Of issue={issue}>{t('sentence', { number: one.number })}</Of>,
      hint: <HowRead sentence={one.sentence} language={request.language} />,
    })),
    {
      value: summary.id,
      text: <Of issue={issue}>{t(sentences.length > 0 ? 'somethingElse' : 'citedNowhere')}</Of>,
      hint: (
        <>
          <a href={summaryAddress(request.docket, issue.number)}>{t('readSummary')}</a>{' '}
          {t(isLateContest(version, now) ? 'contestWas' : 'contestUntil')}{' '}
          <Time at={version.contestUntil} zone={version.zone} />.
        </>
      ),
    },
  ])
  const error = problem && t(problem, { limit: LONGEST_CONTEST })
  const isAbout = problem === 'aboutMissing'
  return (
    <form method="post" action={`/comments/${number}/contests`} noValidate>
      <Radios
        name="about"
        legend={t('aboutWhat')}
        items={items}
        value={typed.about}
        error={isAbout ? error : undefined}
      />
      <CharacterCount
        name="words"
        label={t('contestWords')}
        hint={t('contestWordsHint')}
        limit={LONGEST_CONTEST}
        rows={6}
        dir="auto"
        value={typed.words}
        error={isAbout ? undefined : error}
      />
      <Button>{t('contestButton')}</Button>
    </form>
  )
}

/** A choice, beneath the issue of which the summary is. */
function Of({ issue, children }: { issue: Contestable['issue']; children: ComponentChildren }) {
  const t = useWords(words)
  return (
    <>
      <span class="parley-local">{t('summaryOf', { number: issue.number, title: issue.title })}</span>
      {children}
    </>
  )
}

/** A sentence, and the words of the commenter beneath it with what they were read as. */
function HowRead({ sentence, language }: { sentence: Sentence; language: string }) {
  const t = useWords(words)
  const called = usePositionNames()
  return (
    <>
      <bdi lang={language}>{sentence.text}</bdi>
      {sentence.citations.map(({ excerpt, held, shown }) => (
        <span key={excerpt} class="parley-local">
          {t('readAs')} <q dir="auto">{shown?.words}</q>
          {held && ` – ${called(held)}`}
          {shown?.condition && (
            <>
              <Colon />
              <bdi>{shown.condition}</bdi>
            </>
          )}
        </span>
      ))}
    </>
  )
}
