import { type StakeholderGroup, useGroupNames } from '../../../participants/index.ts'
import { Caption, Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { type IssueDecisionId, keyOf, type Proposal, type Topic } from '../model.ts'
import type { IssuesOfRequest } from '../read-issues.ts'
import { words } from '../words.ts'
import { Decisions } from './decision.tsx'
import { Rankings } from './rankings.tsx'

export interface IssuesPageProps {
  request: RequestForComment
  process: Process
  now: Instant
  found: IssuesOfRequest
  groups: readonly StakeholderGroup[]
  mayDecide: boolean
}

export function IssuesPage(props: IssuesPageProps) {
  const { request, process, now, found, groups, mayDecide } = props
  const t = useWords(words)
  const here = `/requests/${request.docket}`
  const { question } = found
  return (
    <Document
      title={t('title')}
      process={useProcessBand(process, now, request)}
      back={{ href: here, text: t('back') }}
      wide
    >
      <Caption>{request.title}</Caption>
      <h1>{t('title')}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      <p lang={request.language}>{t('asked', { number: question.number, text: question.text })}</p>
      <p class="parley-muted">{t('postedOnly')}</p>
      {mayDecide && (
        <p class="parley-noprint">
          <a href={`${here}/issues/decide`}>{t('decide')}</a>
        </p>
      )}
      <Rankings {...{ found, process, groups }} />
      <AskedDecisions {...props} />
      <Topics {...props} />
      <ul class="parley-noprint">
        <li>
          <a href={`${here}/comments?question=${question.number}`}>{t('remarks')}</a>
        </li>
        <li>
          <a href={`${here}/issues.csv`}>{t('csv')}</a>
        </li>
        <li>
          <a href={`/api${here}/issues`}>{t('json')}</a>
        </li>
      </ul>
    </Document>
  )
}

/** Why each issue that was asked goes on, or does not. */
function AskedDecisions({ found, process }: IssuesPageProps) {
  const t = useWords(words)
  return found.question.issues.map(({ number, title }) => {
    const decisions = found.decided.get(number) ?? []
    if (decisions.length === 0) return null
    return (
      <section key={number}>
        <h3>{t('issue', { number, title })}</h3>
        <Decisions {...{ decisions, process }} />
      </section>
    )
  })
}

function Topics(props: IssuesPageProps) {
  const t = useWords(words)
  const { topics } = props.found
  const told = new Set<IssueDecisionId>()
  const items = topics.map((topic) => {
    const before = new Set(topic.decisions.flatMap(({ id }) => (told.has(id) ? [id] : [])))
    for (const { id } of topic.decisions) told.add(id)
    return { topic, before }
  })
  return (
    <section aria-labelledby="proposed">
      <h2 id="proposed">{t('proposed')}</h2>
      {topics.length === 0 && <p>{t('noProposals')}</p>}
      {items.map(({ topic, before }, at) => (
        <TopicItem key={at} number={at + 1} topic={topic} told={before} page={props} />
      ))}
      <OnGone {...props} />
    </section>
  )
}

/** A decision stays to be read when what it is about does not. */
function OnGone({ found, process }: IssuesPageProps) {
  const t = useWords(words)
  return found.onGone.map((decision) => (
    <article key={decision.id}>
      <h3>{t(decision.about.length === 0 ? 'onErased' : 'onNotPosted')}</h3>
      <Decisions decisions={[decision]} process={process} />
    </article>
  ))
}

/** The heading of the convenor, else the proposer's own; nothing where a moderator left it out. */
export const titleOf = ({ group, proposals }: Topic): string => group?.title ?? proposals[0]?.title ?? ''

interface TopicProps {
  number: number
  topic: Topic
  /** The decisions that stand further up on the page already. */
  told: ReadonlySet<IssueDecisionId>
  page: IssuesPageProps
}

function TopicItem({ number, topic, told, page }: TopicProps) {
  const t = useWords(words)
  const title = titleOf(topic) || t('leftOut')
  const id = `proposal-${number}`
  return (
    <article aria-labelledby={id}>
      <h3 id={id}>
        {title}{' '}
        <a class="parley-permalink" href={`#${id}`} aria-label={t('linkToTopic', { title })}>
          #
        </a>
      </h3>
      {topic.group && <p class="parley-muted">{t('putTogether', { count: topic.proposals.length })}</p>}
      {topic.proposals.map((proposal) => (
        <ProposalItem
          key={keyOf(proposal)}
          proposal={proposal}
          titled={topic.group !== undefined}
          groups={page.groups}
        />
      ))}
      <Decisions decisions={topic.decisions} process={page.process} told={told} />
    </article>
  )
}

interface ProposalProps {
  proposal: Proposal
  /** It stands under a heading of the convenor's, and so says its own. */
  titled: boolean
  groups: readonly StakeholderGroup[]
}

function ProposalItem({ proposal, titled, groups }: ProposalProps) {
  const t = useWords(words)
  const { comment, title, why, language } = proposal
  const called = useGroupNames()
  const group = called(groups.find(({ slug }) => slug === proposal.group)?.name ?? proposal.group)
  return (
    <div class="parley-claimed">
      <div lang={language}>
        {titled && <p class="parley-claimed__text">{title || t('leftOut')}</p>}
        {why && <p class="parley-claimed__text">{why}</p>}
      </div>
      <p class="parley-muted">
        {t.rich('proposedBy', {
          group,
          number: () => (
            <a key="number" class="parley-number" href={`/comments/${comment}`}>
              {comment}
            </a>
          ),
        })}
      </p>
    </div>
  )
}
