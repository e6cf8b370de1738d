import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId, RequestsTables } from '../../../requests/index.ts'
import { isProgram, type Program } from '../model.ts'
import type { ReadingTables } from '../tables.ts'

type Reading = Db<ReadingTables>

/** A program and the request that it reads. */
export interface Use {
  request: RequestId
  process: ProcessId
  program: Program
}

/** Every program that is on and may go on now, and that nobody else is at. */
export async function listDue(
  db: Db<ReadingTables & RequestsTables>,
  holder: string,
  now: Instant,
): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select program_use.request_id as request, request.process_id as process, program_use.program
    from analysis.program_use join requests.request on request.id = program_use.request_id
    where on_since is not null and (again_at is null or again_at <= ${now})
      and (holder is null or holder = ${holder} or held_until < ${now})
    order by request_id, program`.execute(db)
  return rows
}

/** Takes a program's reading of a request into one's hands, or keeps it there; not where it is off or another's. */
export async function holdUse(
  db: Reading,
  { request, program }: Pick<Use, 'request' | 'program'>,
  holder: string,
  { now, until }: { now: Instant; until: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update analysis.program_use set holder = ${holder}, held_until = ${until}
    where request_id = ${request} and program = ${program} and on_since is not null
      and (holder is null or holder = ${holder} or held_until < ${now})`.execute(db)
  return numAffectedRows === 1n
}

export async function letGo(db: Reading, holder: string, use?: Pick<Use, 'request' | 'program'>) {
  await db
    .updateTable('analysis.program_use')
    .set({ holder: null, held_until: null })
    .where('holder', '=', holder)
    .$if(use !== undefined, (query) =>
      query
        .where('request_id', '=', use?.request ?? ('' as RequestId))
        .where('program', '=', use?.program ?? ''),
    )
    .execute()
}

/** Says why a program does not get on and when it tries again, or that it gets on. */
export async function setTrouble(
  db: Reading,
  { request, program }: Pick<Use, 'request' | 'program'>,
  trouble: { word: string; again: Instant } | undefined,
): Promise<void> {
  await db
    .updateTable('analysis.program_use')
    .set({ trouble: trouble?.word ?? null, again_at: trouble?.again ?? null })
    .where('request_id', '=', request)
    .where('program', '=', program)
    .$if(trouble === undefined, (query) => query.where('trouble', 'is not', null))
    .execute()
}

/** Switches a program on or off; answers whether that changed anything. */
export async function setOn(
  tx: Tx<ReadingTables>,
  { request, program }: Pick<Use, 'request' | 'program'>,
  since: Instant | null,
): Promise<boolean> {
  const on = since !== null
  const { numAffectedRows } = await sql`
    insert into analysis.program_use (request_id, program, on_since) values (${request}, ${program}, ${since})
    on conflict (request_id, program) do update set on_since = excluded.on_since, trouble = null, again_at = null
    where (program_use.on_since is not null) <> ${on}`.execute(tx)
  return numAffectedRows === 1n
}

export interface UseState {
  program: Program
  on: Instant | null
  misquoted: number
  unread: number
  trouble: string | null
  again: Instant | null
}

export async function findUses(db: Reading, request: RequestId): Promise<UseState[]> {
  const rows = await db
    .selectFrom('analysis.program_use')
    .select(['program', 'on_since as on', 'misquoted', 'unread', 'trouble', 'again_at as again'])
    .where('request_id', '=', request)
    .execute()
  return rows.flatMap(({ program, ...row }) => (isProgram(program) ? [{ program, ...row }] : []))
}

/** How many posted comments of a request each program has read. */
export async function countReadBy(db: Reading, request: RequestId): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ program: string; count: number }>`
    select read.program, count(*)::int as count from analysis.program_read as read
    join docket.posted_comment as comment on comment.id = read.comment_id
    where comment.request_id = ${request} group by read.program`.execute(db)
  return new Map(rows.map(({ program, count }) => [program, count]))
}

/** What people made of the suggestions of a version, in all requests of a process. */
export interface Answered {
  program: string
  version: string
  accepted: number
  changed: number
  dismissed: number
}

/** By program, the version answered last first. */
export async function countAnswers(db: Reading, process: ProcessId): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select coder.program, coder.program_version as version,
      count(*) filter (where answer = 'accepted')::int as accepted,
      count(*) filter (where answer = 'changed')::int as changed,
      count(*) filter (where answer = 'dismissed')::int as dismissed
    from analysis.coder
    join analysis.coding on coding.coder_id = coder.id and coding.stage = 'suggested'
    join analysis.suggestion_answer as answered on answered.coding_id = coding.id
    where coder.process_id = ${process} and coder.program is not null
    group by coder.id order by coder.program, max(answered.at) desc`.execute(db)
  return rows
}

/** How many programs are on, of those requests where any is. */
export async function countOn(
  db: Db<ReadingTables & RequestsTables>,
  requests: readonly RequestId[],
): Promise<{ request: RequestId; docket: string; count: number }[]> {
  const { rows } = await sql<{ request: RequestId; docket: string; count: number }>`
    select request.id as request, request.docket, count(*)::int as count
    from analysis.program_use join requests.request on request.id = program_use.request_id
    where on_since is not null and request.id = any(${requests}::uuid[])
    group by request.id`.execute(db)
  return rows
}

/** Counts suggestions that misquoted, and answers that could not be read. */
export async function addThrownAway(
  tx: Tx<ReadingTables>,
  { request, program }: Pick<Use, 'request' | 'program'>,
  { misquoted, unread }: { misquoted: number; unread: number },
): Promise<void> {
  await sql`
    update analysis.program_use set misquoted = misquoted + ${misquoted}, unread = unread + ${unread}
    where request_id = ${request} and program = ${program}`.execute(tx)
}
