import {
  Button,
  ButtonLink,
  Deadline,
  Document,
  InsetText,
  Markdown,
  SummaryList,
  Tag,
  Time,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { type Deliberation, deliberationAddress, quotedNumber, stateOf } from '../model.ts'
import { words } from '../words.ts'

export interface DeliberationPageProps {
  deliberation: Deliberation
  process: Process
  request: RequestForComment | undefined
  now: Instant
  mayPrepare: boolean
  mayModerate: boolean
  mayDefend: boolean
  /** A draft whose end has already come was asked to be published. */
  over?: boolean
}

export function DeliberationPage(props: DeliberationPageProps) {
  const { deliberation, process, now } = props
  const t = useWords(words)
  const { title, intro, language, number } = deliberation
  const state = stateOf(deliberation, now)
  return (
    <Document
      title={title}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${process.slug}/deliberations`, text: t('listTitle') }}
      unlisted={state === 'draft'}
    >
      <span class="govuk-caption-l">
        {t('caption', { number: quotedNumber(process.docketPrefix, number) })}
      </span>
      <h1 lang={language}>
        <bdi>{title}</bdi>
      </h1>
      {state === 'draft' && <Draft {...props} />}
      <Markdown text={intro} top={2} lang={language} />
      <Act {...props} />
      <Facts {...props} />
      {state !== 'draft' && <Ways {...props} />}
      {(props.mayPrepare || props.mayModerate || props.mayDefend) && <ForConvenor {...props} />}
    </Document>
  )
}

function Draft({ deliberation, process, over, mayPrepare }: DeliberationPageProps) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <InsetText>
      <p>
        <Tag colour="grey">{t('state-draft')}</Tag> {t('draftNote')}
      </p>
      {over && <p role="alert">{t('overAlready')}</p>}
      {mayPrepare && (
        <>
          <p>
            <a href={`${here}/edit`}>{t('edit')}</a>
          </p>
          <form method="post" action={`${here}/publish`}>
            <p class="govuk-hint">{t('publishWarning')}</p>
            <Button kind="secondary">{t('publish')}</Button>
          </form>
        </>
      )}
    </InsetText>
  )
}

function Act({ deliberation, process, now }: DeliberationPageProps) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const state = stateOf(deliberation, now)
  if (state === 'open')
    return (
      <ButtonLink href={`${here}/vote`} start>
        {t('vote')}
      </ButtonLink>
    )
  return state === 'draft' ? null : <p class="govuk-body-l">{t(`says-${state}`)}</p>
}

function Facts({ deliberation, process, request, now }: DeliberationPageProps) {
  const t = useWords(words)
  const { opens, closes, zone, electorate, importedFrom } = deliberation
  const issue = process.issues.find(({ id }) => id === deliberation.issue)
  const about = request && <a href={`/requests/${request.docket}`}>{request.title}</a>
  const rows = [
    { term: t('stateTerm'), value: t(`state-${stateOf(deliberation, now)}`) },
    { term: t('opensTerm'), value: <Time at={opens} zone={zone} /> },
    { term: t('closesTerm'), value: <Deadline at={closes} zone={zone} /> },
    importedFrom
      ? {
          term: t('importedFrom'),
          value: (
            <>
              <bdi>{importedFrom}</bdi> {t('importedMeans')}
            </>
          ),
        }
      : {
          term: t('electorate'),
          value: `${t(`electorate-${electorate}`)}. ${t(`electorateMeans-${electorate}`)}`,
        },
    ...(about ? [{ term: t('request'), value: about }] : []),
    ...(issue ? [{ term: t('issue'), value: `${issue.number}. ${issue.title}` }] : []),
  ]
  return <SummaryList rows={rows} />
}

function Ways({ deliberation, process, now }: DeliberationPageProps) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const open = stateOf(deliberation, now) === 'open'
  return (
    <ul>
      <li>
        <a href={`${here}/statements`}>{t('allStatements')}</a>
      </li>
      {open && (
        <li>
          <a href={`${here}/propose`}>{t('propose')}</a>
        </li>
      )}
      <li>
        <a href={`${here}/opinions`}>{t('opinions')}</a>
      </li>
      <li>
        <a href={`${here}/votes`}>{t('yourVotes')}</a>
      </li>
      <li>
        <a href={`${here}/votes.csv`}>{t('votesCsv')}</a>
      </li>
      <li>
        <a href={`${here}/files`}>{t('files')}</a>
      </li>
    </ul>
  )
}

function ForConvenor({ deliberation, process, mayPrepare, mayModerate, mayDefend }: DeliberationPageProps) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <section aria-labelledby="convenor" class="parley-noprint">
      <h2 id="convenor">{t('forConvenor')}</h2>
      <ul>
        {mayPrepare && (
          <li>
            <a href={`${here}/seed`}>{t('seed')}</a>
          </li>
        )}
        {mayModerate && (
          <li>
            <a href={`${here}/moderation`}>{t('moderate')}</a>
          </li>
        )}
        {mayDefend && (
          <li>
            <a href={`${here}/defence`}>{t('defence')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
