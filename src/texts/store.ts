import { type Selectable, type SqlBool, sql } from 'kysely'
import { type Db, insertRows, type Tx } from '../platform/db/index.ts'
import type { Ref } from '../platform/ref.ts'
import type { Instant } from '../platform/time.ts'
import type { TextVersion, VersionId } from './model.ts'
import type { TextsTables, VersionTable } from './tables.ts'

export type Table = keyof TextsTables

function toRow({ id, of, kind, language, extractor, createdAt, content }: TextVersion) {
  return {
    id,
    of_kind: of.kind,
    of_id: of.id,
    kind,
    language: language ?? null,
    sha256: content ? `\\x${content.sha256}` : null,
    extractor: extractor?.name ?? null,
    extractor_version: extractor?.version ?? null,
    text: content?.text ?? null,
    created_at: createdAt,
    erased_at: null,
  }
}

function toVersion(row: Selectable<VersionTable>): TextVersion {
  const { extractor, extractor_version: version, text, sha256 } = row
  return {
    id: row.id,
    of: { kind: row.of_kind, id: row.of_id },
    kind: row.kind,
    language: row.language ?? undefined,
    extractor: extractor !== null && version !== null ? { name: extractor, version } : undefined,
    createdAt: row.created_at,
    content: text !== null && sha256 !== null ? { text, sha256: sha256.toString('hex') } : undefined,
  }
}

/** Keeps versions in one statement: those that may become public, and those that must not. */
export async function keepVersions(
  tx: Tx<TextsTables>,
  { open, confidential }: Record<'open' | 'confidential', readonly TextVersion[]>,
): Promise<void> {
  await insertRows(tx, {
    'texts.version': open.map(toRow),
    'texts.confidential_version': confidential.map(toRow),
  })
}

function isOneOf(refs: readonly Ref[]) {
  const kinds = refs.map(({ kind }) => kind)
  const ids = refs.map(({ id }) => id)
  return sql<SqlBool>`(of_kind, of_id) in (select * from unnest(${kinds}::text[], ${ids}::uuid[]))`
}

function hasId(ids: readonly VersionId[]) {
  return sql<SqlBool>`id = any(${ids}::uuid[])`
}

/** The newest published version of each of these; none of what was not published. */
export async function listPublishedOf(db: Db<TextsTables>, refs: readonly Ref[]): Promise<TextVersion[]> {
  const rows = await db
    .selectFrom('texts.version')
    .selectAll()
    .distinctOn(['of_kind', 'of_id'])
    .where(isOneOf(refs))
    .where('kind', '=', 'published')
    .orderBy('of_kind')
    .orderBy('of_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toVersion)
}

export async function listPublished(db: Db<TextsTables>, ids: readonly VersionId[]): Promise<TextVersion[]> {
  const rows = await db
    .selectFrom('texts.version')
    .selectAll()
    .where(hasId(ids))
    .where('kind', '=', 'published')
    .execute()
  return rows.map(toVersion)
}

export async function listById(
  db: Db<TextsTables>,
  from: Table,
  ids: readonly VersionId[],
): Promise<TextVersion[]> {
  const rows = await db.selectFrom(from).selectAll().where(hasId(ids)).execute()
  return rows.map(toVersion)
}

export async function listOf(db: Db<TextsTables>, from: Table, refs: readonly Ref[]): Promise<TextVersion[]> {
  const rows = await db
    .selectFrom(from)
    .selectAll()
    .where(isOneOf(refs))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toVersion)
}

/** Empties what still holds words; answers how many versions that were. */
export async function eraseWhere(
  tx: Tx<TextsTables>,
  table: Table,
  chosen: { ids: readonly VersionId[] } | { of: readonly Ref[] },
  at: Instant,
): Promise<number> {
  const erased = await tx
    .updateTable(table)
    .set({ text: null, sha256: null, language: null, erased_at: at })
    .where('ids' in chosen ? hasId(chosen.ids) : isOneOf(chosen.of))
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return Number(erased.numUpdatedRows)
}
