import type { ComponentChildren, VNode } from 'preact'
import { Button, Document, InsetText, Markdown, SummaryList, Tag, Time } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Issue, type IssueHome, type Process, type Stage, stageAt } from '../model.ts'
import { useOutcomeLine, useProcessBand } from '../process-band.ts'
import { words } from '../words.ts'

export interface ProcessPageProps {
  process: Process
  convenor: string | undefined
  now: Instant
  mayPrepare: boolean
  /** What later steps show here: requests for comment, and what happened so far. */
  requests: readonly VNode[]
  timeline: readonly VNode[]
  /** The issue that opened it. */
  parent: IssueHome | undefined
  /** Processes that issues of this one opened. */
  children: readonly Process[]
  /** Whether the reader may open a process for an issue. */
  mayOpen: boolean
  /** What later steps tell of an issue. */
  besideIssue(issue: string): readonly VNode[]
}

export function ProcessPage(props: ProcessPageProps) {
  const { process, convenor, now, mayPrepare, requests, timeline } = props
  const t = useWords(words)
  const rows = [
    ...(convenor ? [{ term: t('convenor'), value: convenor }] : []),
    { term: t('outcome'), value: useOutcomeLine(process) },
    ...(props.parent ? [{ term: t('openedByTerm'), value: <ParentIssue {...props.parent} /> }] : []),
  ]
  return (
    <Document title={process.name} process={useProcessBand(process, now)}>
      <h1>
        <bdi>{process.name}</bdi>
      </h1>
      {process.publishedAt === undefined && mayPrepare && <Unpublished process={process} />}
      {requests}
      <h2 id="scope">{t('scope')}</h2>
      <Markdown text={process.scope} top={3} />
      <SummaryList rows={rows} />
      <Issues {...props} />
      <Stages process={process} now={now} />
      {timeline}
    </Document>
  )
}

function ParentIssue({ issue: { number, title }, process: { slug, name } }: IssueHome) {
  const t = useWords(words)
  return <a href={`/processes/${slug}#issue-${number}`}>{t('openedBy', { number, title, name })}</a>
}

function Unpublished({ process: { slug } }: { process: Process }) {
  const t = useWords(words)
  return (
    <InsetText>
      <p>
        <Tag colour="grey">{t('unpublished')}</Tag> {t('unpublishedNote')}
      </p>
      <p>
        <a href={`/processes/${slug}/edit`}>{t('editProcess')}</a>
      </p>
      <form method="post" action={`/processes/${slug}/publish`}>
        <p class="govuk-hint">{t('publishWarning')}</p>
        <Button kind="secondary">{t('publishProcess')}</Button>
      </form>
    </InsetText>
  )
}

function Issues({ process: { issues }, besideIssue, children, mayOpen }: ProcessPageProps) {
  const t = useWords(words)
  return (
    <section aria-labelledby="issues">
      <h2 id="issues">{t('issues')}</h2>
      {issues.length === 0 && <p>{t('noIssues')}</p>}
      <ol class="parley-numbered">
        {issues.map((issue) => (
          <IssueItem key={issue.id} {...issue}>
            {besideIssue(issue.id)}
            <Opened processes={children.filter(({ parentIssue }) => parentIssue === issue.id)} />
            {mayOpen && (
              <p class="parley-noprint">
                <a href={`/processes/new?issue=${issue.id}`}>{t('openProcess')}</a>
              </p>
            )}
          </IssueItem>
        ))}
      </ol>
    </section>
  )
}

/** The processes that took an issue further. */
function Opened({ processes }: { processes: readonly Process[] }) {
  const t = useWords(words)
  return processes.map(({ slug, name }) => (
    <p key={slug}>{t.rich('openedProcess', { process: () => <a href={`/processes/${slug}`}>{name}</a> })}</p>
  ))
}

function IssueItem({ number, title, description, children }: Issue & { children: ComponentChildren }) {
  const t = useWords(words)
  return (
    <li id={`issue-${number}`} value={number}>
      <h3>
        {number}. {title}{' '}
        <a class="parley-permalink" href={`#issue-${number}`} aria-label={t('linkToIssue', { number })}>
          #
        </a>
      </h3>
      {description && <Markdown text={description} top={4} />}
      {children}
    </li>
  )
}

function Stages({ process, now }: { process: Process; now: Instant }) {
  const t = useWords(words)
  const current = stageAt(process.stages, now)
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{t('stages')}</h2>
      {process.stages.length === 0 && <p>{t('stagesNone')}</p>}
      <ol class="parley-numbered">
        {process.stages.map((stage) => (
          <li key={stage.name} aria-current={stage === current ? 'step' : undefined}>
            <StageItem stage={stage} zone={process.zone} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function StageItem({ stage, zone }: { stage: Stage; zone: string }) {
  const t = useWords(words)
  const opens = <Time at={stage.opens} zone={zone} />
  const closes = <Time at={stage.closes} zone={zone} />
  return (
    <>
      <h3>{stage.title}</h3>
      <p>{t.rich('stageFromTo', { opens, closes })}</p>
      <p>{stage.what}</p>
    </>
  )
}
