import type { Actor } from '../participants/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import { newId } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import {
  createProcessIn,
  findProcess,
  type Process,
  type ProcessesTables,
  slugFrom,
  stagesFrom,
  templates,
} from '../processes/index.ts'
import type { RecordTables } from '../record/index.ts'
import { draftRequestIn } from './draft-request.ts'
import type { Deadline } from './model.ts'
import type { Paper } from './papers/model.ts'
import { insertPaper } from './papers/store.ts'
import { publishRequestIn } from './publish-request.ts'
import type { RequestsTables } from './tables.ts'

export interface BareRequest {
  docket: string
  title: string
  opensAt: Instant
  deadline: Deadline
  /** The short address of its process; a bare process is made where none is named. */
  process: string | undefined
  /** Markdown. */
  notice?: string | undefined
  papers?: readonly Paper[] | undefined
}

export type BarePublished = { published: string } | { refused: 'docket-taken' | 'no-such-process' }
type Tables = RequestsTables & ProcessesTables & RecordTables

type Refusal = Extract<BarePublished, { refused: string }>['refused']

/** Ends the transaction, so that a refused request leaves no bare process behind. */
class Refused extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}

/** Makes and publishes a request that need have no more than a title and a deadline, so that its docket can take comments. */
export async function publishBareRequest(
  db: Db<Tables>,
  actor: Actor,
  bare: BareRequest,
  now: Instant,
): Promise<BarePublished> {
  try {
    return await db
      .transaction()
      .execute(async (tx) => ({ published: await publishIn(tx, actor, bare, now) }))
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason }
    throw error
  }
}

async function publishIn(tx: Tx<Tables>, actor: Actor, bare: BareRequest, now: Instant): Promise<string> {
  const process = await processFor(tx, actor, bare, now)
  const { docket, title, opensAt, deadline, notice = '', papers = [] } = bare
  const planned = {
    id: newId<'request'>(now.getTime()),
    ...{ docket, title, opensAt, deadline, notice, language: 'en' },
    processId: process.id,
    processSlug: process.slug,
    createdAt: now,
    publishedAt: undefined,
    deadlines: [{ ...deadline, reason: '', setAt: now }],
    ...{ questions: [], papers, minutes: 1 },
  }
  const drafted = await draftRequestIn(tx, actor, planned, process.docketPrefix)
  if ('refused' in drafted) throw new Refused(drafted.refused)
  for (const paper of papers) await insertPaper(tx, drafted.drafted.id, paper)
  await publishRequestIn(tx, actor, drafted.drafted, now)
  return drafted.drafted.docket
}

async function processFor(tx: Tx<Tables>, actor: Actor, bare: BareRequest, now: Instant): Promise<Process> {
  if (bare.process === undefined) return makeBareProcess(tx, actor, bare, now)
  const found = await findProcess(tx, bare.process)
  if (!found) throw new Refused('no-such-process')
  return found
}

async function makeBareProcess(
  tx: Tx<Tables>,
  actor: Actor,
  { docket, title, opensAt, deadline }: BareRequest,
  now: Instant,
): Promise<Process> {
  const { outcomeCharacter, binding } = templates['open-request-for-comment']
  const process: Process = {
    id: newId<'process'>(now.getTime()),
    slug: slugFrom(docket),
    ...{ name: title, scope: title, outcomeCharacter, binding, convenor: undefined },
    docketPrefix: docket.split(/[-._]/)[0]?.toUpperCase().slice(0, 20) ?? docket,
    zone: deadline.zone,
    createdAt: now,
    publishedAt: undefined,
    issues: [],
    stages: stagesFrom('open-request-for-comment', { opens: opensAt, closes: deadline.at }),
  }
  const created = await createProcessIn(tx, actor, process)
  if ('created' in created) return process
  const other = { ...process, slug: `${process.slug.slice(0, 40)}-${process.id.slice(-12)}` }
  await createProcessIn(tx, actor, other)
  return other
}
