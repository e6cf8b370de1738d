import type { Selectable } from 'kysely'
import { type Db, insertRows, type Tx } from '../../platform/db/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Redaction, RedactionId } from '../model.ts'
import type { ModerationTables } from '../tables.ts'

const toRow = ({ id, about, of, stretch, reason, by, at }: Redaction) => ({
  id,
  about_kind: about.kind,
  about_id: about.id,
  of_kind: of.kind,
  of_id: of.id,
  version_id: stretch?.version ?? null,
  starts_at: stretch?.start ?? null,
  ends_at: stretch?.end ?? null,
  reason_code: reason,
  by: by ?? null,
  at,
})

function toRedaction(row: Selectable<ModerationTables['moderation.redaction']>): Redaction {
  const { version_id: version, starts_at: start, ends_at: end } = row
  const whole = version === null || start === null || end === null
  return {
    id: row.id,
    about: { kind: row.about_kind, id: row.about_id },
    of: { kind: row.of_kind, id: row.of_id },
    stretch: whole ? undefined : { version, start, end },
    reason: row.reason_code,
    by: row.by ?? undefined,
    at: row.at,
  }
}

/** Marks that are there already are not added again. */
export async function addRedactions(
  tx: Tx<ModerationTables>,
  redactions: readonly Redaction[],
): Promise<void> {
  await insertRows(tx, { 'moderation.redaction': redactions.map(toRow) }, 'unless there')
}

/** In the order in which they were marked. */
export async function listRedactions(db: Db<ModerationTables>, about: Ref): Promise<Redaction[]> {
  const rows = await db
    .selectFrom('moderation.redaction')
    .selectAll()
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .orderBy('id')
    .execute()
  return rows.map(toRedaction)
}

/** Nothing of it is left out any more. */
export async function removeRedactions(tx: Tx<ModerationTables>, about: Ref): Promise<void> {
  await tx
    .deleteFrom('moderation.redaction')
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .execute()
}

export async function removeRedaction(tx: Tx<ModerationTables>, about: Ref, id: RedactionId): Promise<void> {
  await tx
    .deleteFrom('moderation.redaction')
    .where('id', '=', id)
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .execute()
}
