import { Details } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Process } from '../../../processes/index.ts'
import type { IssueDecision } from '../model.ts'
import { words } from '../words.ts'

export type InProcess = Pick<Process, 'slug' | 'zone'>

/** What was decided, in words, with a link to the issue it led to. */
export function Outcome({ decision, process }: { decision: IssueDecision; process: InProcess }) {
  const t = useWords(words)
  const { outcome, issue, subject } = decision
  if (!issue || subject === 'asked') return <>{t(`outcome-${outcome}`)}</>
  const link = () => (
    <a key="issue" href={`/processes/${process.slug}#issue-${issue.number}`}>
      {t('issue', issue)}
    </a>
  )
  return <>{t.rich(outcome === 'merged' ? 'decidedMerged' : 'decidedTakenUp', { issue: link })}</>
}

interface Props {
  decisions: readonly IssueDecision[]
  process: InProcess
  /** Those that stand further up on the page already, under another topic. */
  told?: ReadonlySet<IssueDecision['id']>
}

/** The decision that holds with its reason, and those before it. */
export function Decisions({ decisions, process, told = new Set() }: Props) {
  const t = useWords(words)
  const last = decisions.at(-1)
  if (!last) return <p class="parley-muted">{t('undecided')}</p>
  const before = decisions.slice(0, -1)
  const again = (one: IssueDecision) => told.has(one.id)
  return (
    <>
      <One decision={last} process={process} again={again(last)} />
      {before.length > 0 && (
        <Details summary={t('earlier', { count: before.length })}>
          {before.map((decision) => (
            <One key={decision.id} {...{ decision, process }} again={again(decision)} />
          ))}
        </Details>
      )}
    </>
  )
}

interface OneProps {
  decision: IssueDecision
  process: InProcess
  again: boolean
}

function One({ decision, process, again }: OneProps) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <div id={again ? undefined : `decision-${decision.id}`}>
      <p>
        <strong>
          <Outcome {...{ decision, process }} />
        </strong>{' '}
        <span class="parley-muted">{t('decidedOn', { day: dayIn(decision.at, process.zone, locale) })}</span>
      </p>
      <p class="parley-document">{decision.reason}</p>
    </div>
  )
}
