import { Caption, Document, InsetText, Time, WarningText } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { draftAddress, summariesAddress, summaryAddress, versionAddress } from '../../addresses.ts'
import { GONE } from '../../gone.ts'
import { footnotesOf, type Sentence } from '../../model.ts'
import type { Where } from '../../where.ts'
import { words } from '../../words.ts'
import type { ReadSummary } from '../read-summary.ts'
import { whatChanged } from '../what-changed.ts'
import { Changes } from './changes.tsx'
import { Cited } from './cited.tsx'
import { ContestShown } from './contest-shown.tsx'

interface Props extends Where, ReadSummary {
  mayEdit: boolean
}

/** One version of a summary: its sentences, what they cite, and what is contested. */
export function SummaryPage(props: Props) {
  const t = useWords(words)
  const { request, process, issue, now, version, before, sentences, versions } = props
  const title = t('summaryOf', { number: issue.number, title: issue.title })
  const newest = versions[0]?.number ?? version.number
  return (
    <Document
      title={title}
      process={useProcessBand(process, now, request)}
      back={{ href: summariesAddress(request.docket), text: t('summaries') }}
    >
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <p class="parley-muted">
        {t('versionOf', { number: version.number })}, <Time at={version.publishedAt} zone={version.zone} />
      </p>
      {version.number < newest && (
        <WarningText>
          {t('notNewest')}{' '}
          <a href={summaryAddress(request.docket, issue.number)}>{t('toNewest', { number: newest })}</a>
        </WarningText>
      )}
      <Window {...props} />
      {version.inSpite && (
        <InsetText>
          <p dir="auto">{t('inSpiteSays', { why: version.inSpite })}</p>
        </InsetText>
      )}
      <Sentences {...props} />
      <Contests {...props} />
      {before && (
        <Changes
          changes={whatChanged(before.sentences, sentences)}
          before={before.number}
          why={version.changes}
          language={request.language}
        />
      )}
      <Ways {...props} />
    </Document>
  )
}

function Window({ version: { contestUntil, zone }, now }: Props) {
  const t = useWords(words)
  return (
    <>
      <p>
        {t(now < contestUntil ? 'contestUntil' : 'contestWas')} <Time at={contestUntil} zone={zone} />.
      </p>
      <p>{t('contestHow')}</p>
    </>
  )
}

function Sentences({ sentences, groups, request, issue, contests, version }: Props) {
  const t = useWords(words)
  const footnotes = footnotesOf(sentences)
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {sentences.map((sentence, at) => (
        <li key={sentence.id} id={`sentence-${at + 1}`}>
          <SentenceText sentence={sentence} language={request.language} />
          <Cited citations={sentence.citations} {...{ footnotes, groups }} />
          <ul
            class="govuk-list"
            aria-label={t('contestsOf', { number: at + 1 })}
            hidden={!has(contests, sentence)}
          >
            {contests
              .filter(({ line }) => line === sentence.line)
              .map((contest) => (
                <ContestShown
                  key={contest.id}
                  {...{ contest, zone: version.zone, docket: request.docket, issue: issue.number }}
                />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

const has = (contests: Props['contests'], { line }: Sentence) => contests.some((one) => one.line === line)

export function SentenceText({
  sentence: { text },
  language,
}: {
  sentence: Pick<Sentence, 'text'>
  language: string
}) {
  const t = useWords(words)
  return (
    <>
      <p class="parley-claimed__text" lang={language} dir="auto">
        {text}
      </p>
      {text.includes(GONE) && <p class="parley-muted">{t('goneNote', { sign: GONE })}</p>}
    </>
  )
}

/** Those of commenters who are cited nowhere, and of sentences that stand here no more. */
function Contests({ contests, sentences, request, issue, version }: Props) {
  const t = useWords(words)
  const lines = new Set(sentences.map(({ line }) => line))
  const others = contests.filter(({ line }) => line === null || !lines.has(line))
  if (others.length === 0) return null
  return (
    <section aria-labelledby="contests">
      <h2 id="contests">{t('otherContests')}</h2>
      <ul class="govuk-list">
        {others.map((contest) => (
          <ContestShown
            key={contest.id}
            {...{ contest, zone: version.zone, docket: request.docket, issue: issue.number }}
          />
        ))}
      </ul>
    </section>
  )
}

function Ways({ request: { docket }, issue, version, versions, mayEdit }: Props) {
  const t = useWords(words)
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('versions')}</h2>
      <ul class="govuk-list">
        {versions.map(({ number, publishedAt, zone }) => (
          <li key={number}>
            {number === version.number ? (
              <strong>{t('versionOf', { number })}</strong>
            ) : (
              <a href={versionAddress(docket, issue.number, number)}>{t('versionOf', { number })}</a>
            )}
            , <Time at={publishedAt} zone={zone} />
          </li>
        ))}
      </ul>
      <p class="parley-noprint">
        <a href={`${summariesAddress(docket)}.csv`}>{t('download')}</a>
      </p>
      {mayEdit && (
        <p class="parley-noprint">
          <a href={draftAddress(docket, issue.number)}>{t('toDraft')}</a>
        </p>
      )}
    </section>
  )
}
