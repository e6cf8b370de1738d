import type { Actor } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { addIssue, type Issue, type Process, type ProcessesTables } from '../../processes/index.ts'
import { append, appendLeaf, partOf, partsOfText, type RecordTables } from '../../record/index.ts'
import { lockRequest, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { Decidable } from './check-decision.ts'
import type { IssueDecisionId, Proposal } from './model.ts'
import { insertDecision, latestDecision, numbersOfAnswers } from './store.ts'
import type { IssueTables } from './tables.ts'

export type DecidingTables = CommentTables &
  TextsTables &
  IssueTables &
  RequestsTables &
  ProcessesTables &
  RecordTables

interface About {
  request: RequestForComment
  process: Process
  at: Instant
}

type Target = Pick<Issue, 'id' | 'number' | 'title'>

/**
 * Decides about proposals together, and about each asked issue by itself: the new issue, the decision, its leaf and
 * its entry stand or fall together. Nothing is decided about what is no longer posted, nor by somebody who has not seen
 * the latest decision: a form sent twice decides once.
 */
export async function decideIssues(
  db: Db<DecidingTables>,
  actor: Actor,
  about: About,
  decidable: Decidable,
  seen: string,
): Promise<'decided' | 'not-as-seen' | 'decided-since'> {
  const { proposals, issues } = decidable
  return db.transaction().execute(async (tx) => {
    await lockRequest(tx, about.request.id)
    if (((await latestDecision(tx, about.request.id)) ?? '') !== seen) return 'decided-since'
    const posted = await numbersOfAnswers(tx, proposals)
    if (proposals.some(({ answer }) => !posted.has(answer))) return 'not-as-seen'
    if (proposals.length > 0)
      await write(tx, actor, about, decidable, proposals, await targetOf(tx, about, decidable))
    for (const issue of issues) await write(tx, actor, about, decidable, [], issue)
    return 'decided'
  })
}

async function targetOf(
  tx: Tx<DecidingTables>,
  { process, at }: About,
  { becomes, into }: Decidable,
): Promise<Target | undefined> {
  if (!becomes) return process.issues.find(({ number }) => number === into)
  return addIssue(tx, process.id, { id: newId<'issue'>(at.getTime()), ...becomes })
}

async function write(
  tx: Tx<DecidingTables>,
  actor: Actor,
  { request, process, at }: About,
  { outcome, reason }: Decidable,
  proposals: readonly Proposal[],
  issue: Target | undefined,
): Promise<void> {
  const id: IssueDecisionId = newId(at.getTime())
  const comments = [...new Set(proposals.map(({ comment }) => comment))].sort()
  const { leaf } = await appendLeaf(tx, {
    kind: 'issue-decided',
    number: request.docket,
    process: process.id,
    received: at,
    parts: [
      partOf('outcome', outcome),
      ...(issue ? [partOf('issue', `${issue.number}. ${issue.title}`)] : []),
      ...comments.map((number) => partOf('proposed in', number)),
      ...partsOfText('reason', reason),
    ],
  })
  await insertDecision(tx, {
    ...{ id, outcome, reason, at },
    request: request.id,
    issue: issue?.id,
    leaf: leaf.id,
    about: proposals,
    subject: proposals.length > 0 ? 'proposed' : 'asked',
  })
  await append(tx, {
    kind: 'issue-decided',
    about: { kind: 'request', id: request.id },
    process: process.id,
    by: actor.person,
    at,
    detail: { decision: id, outcome, issue: issue?.number ?? null, comments, leaf: leaf.id },
  })
}
