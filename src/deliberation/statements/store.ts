import { sql } from 'kysely'
import type { PostedTables } from '../../docket/index.ts'
import type { PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { DeliberationsTables } from '../deliberations/tables.ts'
import type { Source, Statement, StatementId, StatementState } from './model.ts'
import type { StatementsTables } from './tables.ts'

type Reading = Db<StatementsTables & PostedTables>

export interface Asked {
  deliberation: DeliberationId
  states?: readonly StatementState[]
  number?: number
}

/** The statements of a deliberation, by their numbers. */
export async function listStatements(
  db: Reading,
  { deliberation, states, number }: Asked,
): Promise<Statement[]> {
  const rows = await db
    .selectFrom('deliberation.statement as one')
    .leftJoin('deliberation.statement as earlier', 'earlier.id', 'one.replaces')
    .leftJoin('deliberation.statement as later', 'later.id', 'one.replaced_by')
    .leftJoin('docket.posted_comment as posted', 'posted.id', 'one.source_comment')
    .select([
      'one.id',
      'one.deliberation_id as deliberation',
      'one.number',
      'one.origin',
      'one.state',
      'one.at',
    ])
    .select(['one.version_id as version', 'one.leaf_id as leaf', 'one.text_sha256 as textSha256'])
    .select(['one.issue_id as issue', 'one.person_id as by', 'posted.number as source'])
    .select(['earlier.number as replaces', 'later.number as replacedBy'])
    .where('one.deliberation_id', '=', deliberation)
    .$if(states !== undefined, (query) => query.where('one.state', 'in', [...(states ?? [])]))
    .$if(number !== undefined, (query) => query.where('one.number', '=', number ?? 0))
    .orderBy('one.number')
    .execute()
  return rows.map(({ issue, by, source, replaces, replacedBy, ...row }) => ({
    ...row,
    issue: issue ?? undefined,
    by: by ?? undefined,
    source: source ?? undefined,
    replaces: replaces ?? undefined,
    replacedBy: replacedBy ?? undefined,
  }))
}

export async function findStatement(
  db: Reading,
  deliberation: DeliberationId,
  number: number,
): Promise<Statement | undefined> {
  return (await listStatements(db, { deliberation, number }))[0]
}

export interface NewStatement
  extends Pick<Statement, 'id' | 'deliberation' | 'number' | 'origin' | 'state' | 'version' | 'leaf'> {
  textSha256: string
  issue: Statement['issue']
  by: PersonId | undefined
  at: Instant
  replaces?: StatementId | undefined
  source?: Source | undefined
}

export async function insertStatements(
  tx: Tx<StatementsTables>,
  statements: readonly NewStatement[],
): Promise<void> {
  if (statements.length === 0) return
  await tx
    .insertInto('deliberation.statement')
    .values(
      statements.map((one) => ({
        ...{ id: one.id, deliberation_id: one.deliberation, number: one.number, origin: one.origin },
        ...{ state: one.state, version_id: one.version, text_sha256: one.textSha256, leaf_id: one.leaf },
        ...{ issue_id: one.issue ?? null, person_id: one.by ?? null, at: one.at },
        ...{ replaces: one.replaces ?? null, source_comment: one.source?.comment ?? null },
        ...{ source_excerpt: one.source?.excerpt ?? null, source_version: one.source?.version ?? null },
        ...{ starts: one.source?.starts ?? null, ends: one.source?.ends ?? null },
      })),
    )
    .execute()
}

/** Which of these words, by their hashes, are there already, with the number and state of each. */
export async function findSaid(
  db: Reading,
  deliberation: DeliberationId,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, { number: number; state: StatementState }>> {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('deliberation.statement')
    .select(['text_sha256', 'number', 'state'])
    .where('deliberation_id', '=', deliberation)
    .where('text_sha256', 'in', [...hashes])
    .where('replaced_by', 'is', null)
    .where('state', '<>', 'withheld')
    .execute()
  return new Map(rows.map(({ text_sha256, ...row }) => [text_sha256, row]))
}

/** Those who add to a deliberation at the same moment come one after the other. */
export async function lockStatements(tx: Tx<StatementsTables>, id: DeliberationId): Promise<void> {
  await sql`select from deliberation.deliberation where id = ${id} for update`.execute(tx)
}

/** Decides about a statement, if it still stands as it was seen and was not replaced. */
export async function moveStatement(
  tx: Tx<StatementsTables>,
  { id, from, to }: { id: StatementId; from: StatementState; to: 'posted' | 'withheld' },
): Promise<boolean> {
  const moved = await tx
    .updateTable('deliberation.statement')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .where('replaced_by', 'is', null)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Marks a statement as replaced, once. */
export async function replaceStatement(
  tx: Tx<StatementsTables>,
  id: StatementId,
  by: StatementId,
): Promise<boolean> {
  const { rows } = await sql`update deliberation.statement set replaced_by = ${by}
    where id = ${id} and replaced_by is null and state = 'posted' returning id`.execute(tx)
  return rows.length === 1
}

/** The words of an excerpt as the public reads them now, and the comment they stand in. */
export async function findExcerptWords(
  db: Db<PostedTables>,
  id: string,
): Promise<{ number: string; words: string } | undefined> {
  const { rows } = await sql<{ number: string; text: string; starts: number; ends: number }>`
    select posted.number, words.text, excerpt.starts, excerpt.ends
    from analysis.excerpt
    join docket.posted_text as words
      on words.version_id = excerpt.version_id and words.comment_id = excerpt.comment_id
    join docket.posted_comment as posted on posted.id = excerpt.comment_id
    where excerpt.id = ${id}`.execute(db)
  const [found] = rows
  return found && { number: found.number, words: found.text.slice(found.starts, found.ends) }
}

/** Of these leaves those that commit to the words of statements that are posted. */
export async function listPostedByLeaf(
  db: Db<StatementsTables>,
  leaves: readonly LeafId[],
): Promise<{ id: StatementId; leaf: LeafId }[]> {
  if (leaves.length === 0) return []
  return db
    .selectFrom('deliberation.statement')
    .select(['id', 'leaf_id as leaf'])
    .where('leaf_id', 'in', [...leaves])
    .where('state', '=', 'posted')
    .execute()
}

/** How the moderation log names these statements, and where they are read. */
export async function nameStatements(
  db: Db<StatementsTables & DeliberationsTables & ProcessesTables>,
  ids: readonly StatementId[],
): Promise<ReadonlyMap<StatementId, { text: string; href: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deliberation.statement as statement')
    .innerJoin('deliberation.deliberation as deliberation', 'deliberation.id', 'statement.deliberation_id')
    .innerJoin('processes.process as process', 'process.id', 'deliberation.process_id')
    .select(['statement.id', 'statement.number', 'deliberation.number as of'])
    .select(['process.slug', 'process.docket_prefix as prefix'])
    .where('statement.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, number, of, slug, prefix }) => [
      id,
      {
        text: `${prefix}-D${of}-S${number}`,
        href: `/processes/${slug}/deliberations/${of}/statements#s${number}`,
      },
    ]),
  )
}

/** Whoever added statements is forgotten; the statements stay, since others voted on them. */
export async function forgetAuthor(tx: Tx<StatementsTables>, person: PersonId): Promise<void> {
  await tx
    .updateTable('deliberation.statement')
    .set({ person_id: null })
    .where('person_id', '=', person)
    .execute()
}
