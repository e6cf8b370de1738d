import { useReasonNames } from '../../../../moderation/index.ts'
import {
  Button,
  Caption,
  Document,
  ErrorSummary,
  InsetText,
  Select,
  Textarea,
  Time,
} from '../../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { contestAddress, contestsAddress, summaryAddress } from '../../addresses.ts'
import { ExcerptChoice } from '../../drafting/pages/excerpt-choice.tsx'
import { footnotesOf, LONGEST_REASON, LONGEST_SENTENCE } from '../../model.ts'
import { Cited } from '../../reading/pages/cited.tsx'
import { ContestAnswer } from '../../reading/pages/contest-shown.tsx'
import { SentenceText } from '../../reading/pages/summary-page.tsx'
import type { Where } from '../../where.ts'
import { type WordKey, words } from '../../words.ts'
import type { WhoAnswers } from '../answering/who-answers.ts'
import type { ReadContest } from '../read-contest.ts'

export interface AnswerPageProps extends Where, ReadContest {
  mayAnswer: boolean
  who: WhoAnswers
  mayScreen: boolean
  typed: { answer: string; text: string; cites: readonly string[] }
  problem: WordKey | undefined
}

const fieldOf: Partial<Record<WordKey, string>> = {
  answerMissing: 'answer',
  answerLong: 'answer',
  textLong: 'text',
  textMissing: 'text',
  unchanged: 'text',
  reasonMissing: 'reason',
  'excerpt-unknown': 'cites',
  citesMany: 'cites',
}

/** One contest: what it says of which sentence, whether the public reads it, and the answer. */
export function AnswerPage(props: AnswerPageProps) {
  const t = useWords(words)
  const { request, process, issue, now, contest, problem, mayAnswer, mayScreen } = props
  const title = contest.number ? t('contestBy', { number: contest.number }) : t('contestGone')
  const field = problem && fieldOf[problem]
  return (
    <Document
      title={title}
      problems={problem !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: contestsAddress(request.docket), text: t('contests') }}
      unlisted
    >
      {problem && (
        <ErrorSummary
          problems={[
            {
              text: t(problem, { limit: field === 'text' ? LONGEST_SENTENCE : LONGEST_REASON }),
              href: field && `#${field}`,
            },
          ]}
        />
      )}
      <Caption>{t('summaryOf', { number: issue.number, title: issue.title })}</Caption>
      <h1>{title}</h1>
      <Contested {...props} />
      {mayScreen && contest.number && <Screening {...props} />}
      {contest.outcome ? (
        <ContestAnswer {...{ contest, zone: process.zone, docket: request.docket, issue: issue.number }} />
      ) : (
        mayAnswer && <Answer {...props} />
      )}
    </Document>
  )
}

/** The form, for whoever may judge: not the one who published what is contested, where anybody else could. */
function Answer(props: AnswerPageProps) {
  const t = useWords(words)
  const locale = useLocale()
  const { who } = props
  if (typeof who === 'object') {
    const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(who.others)
    return <InsetText>{t('somebodyElse', { names })}</InsetText>
  }
  return (
    <>
      {who === 'nobody-else' && <InsetText>{t('nobodyElse')}</InsetText>}
      <Answering {...props} />
    </>
  )
}

function Contested({ contest, process, contested, request, issue, groups }: AnswerPageProps) {
  const t = useWords(words)
  return (
    <>
      <p class="parley-muted">
        <Time at={contest.at} zone={process.zone} />, {t('onVersion', { number: contest.versionNumber })}
        {contest.late && `, ${t('contestLate')}`}
      </p>
      <h2>{t('whatTheySay')}</h2>
      {contest.number ? (
        <blockquote class="parley-claimed">
          <p class="parley-claimed__text" lang={contest.language ?? undefined} dir="auto">
            {contest.words}
          </p>
          <p class="parley-claimed__links">
            <a href={`/comments/${contest.number}`}>{t('comment', { number: contest.number })}</a>
          </p>
        </blockquote>
      ) : (
        <p>{t('noLongerPublic')}</p>
      )}
      <h2>{t('theSentence')}</h2>
      {contested ? (
        <>
          <SentenceText sentence={contested} language={request.language} />
          <Cited citations={contested.citations} footnotes={footnotesOf([contested])} groups={groups} open />
        </>
      ) : (
        <p>{t('citedNowhereSays')}</p>
      )}
      <p>
        <a href={summaryAddress(request.docket, issue.number)}>{t('readSummary')}</a>
      </p>
    </>
  )
}

function Screening({ contest, request, reasons, problem }: AnswerPageProps) {
  const t = useWords(words)
  const called = useReasonNames()
  return (
    <section aria-labelledby="screening" class="parley-noprint">
      <h2 id="screening">{t('screening')}</h2>
      <p>{t(`state-${contest.state}`)}</p>
      <form method="post" action={`${contestAddress(request.docket, contest.id)}/screening`} noValidate>
        <input type="hidden" name="seen" value={contest.state} />
        {contest.state !== 'withheld' && (
          <Select
            name="reason"
            label={t('withholdReason')}
            options={[
              { value: '', text: t('chooseReason') },
              ...reasons.map(({ code, name }) => ({ value: code, text: called(name) })),
            ]}
            error={problem === 'reasonMissing' ? t(problem) : undefined}
          />
        )}
        <div class="govuk-button-group">
          {contest.state !== 'posted' && (
            <Button name="act" value="post">
              {t('postContest')}
            </Button>
          )}
          {contest.state !== 'withheld' && (
            <Button name="act" value="withhold" kind="secondary">
              {t('withholdContest')}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}

function Answering({ contest, request, latest, current, offered, typed, problem, groups }: AnswerPageProps) {
  const t = useWords(words)
  const error = (field: string) =>
    problem && fieldOf[problem] === field
      ? t(problem, { limit: field === 'text' ? LONGEST_SENTENCE : LONGEST_REASON })
      : undefined
  return (
    <section aria-labelledby="answering" class="parley-noprint">
      <h2 id="answering">{t('yourAnswer')}</h2>
      <form method="post" action={contestAddress(request.docket, contest.id)} noValidate>
        <input type="hidden" name="seen" value={latest?.id ?? ''} />
        <Textarea
          name="answer"
          label={t('answer')}
          hint={t('answerHint')}
          rows={4}
          dir="auto"
          value={typed.answer}
          error={error('answer')}
        />
        <Button name="act" value="not-uphold" kind="secondary">
          {t('notUphold')}
        </Button>
        <h3>{t('correction')}</h3>
        <InsetText>
          <p>{t(current ? 'correctionIs' : 'correctionAdds')}</p>
        </InsetText>
        <Textarea
          name="text"
          label={t('text')}
          hint={current ? t('correctionEmpty') : undefined}
          rows={4}
          lang={request.language}
          dir="auto"
          value={typed.text}
          error={error('text')}
        />
        <ExcerptChoice
          offered={offered}
          citations={current?.citations ?? []}
          chosen={typed.cites}
          groups={groups}
          error={error('cites')}
        />
        <Button name="act" value="uphold">
          {t('uphold')}
        </Button>
      </form>
    </section>
  )
}
