import type { Db, Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { DraftFile } from './draft-file.ts'
import type { DraftFileId, DraftId, IntakeTables } from './tables.ts'

type Reading = Db<IntakeTables & CommentTables>
type Writing = Tx<IntakeTables>

export interface DraftRow {
  id: DraftId
  requestId: RequestId
  sealed: Buffer | null
  /** The number of the comment that it became. */
  sent: string | null
}

export async function findDraft(db: Reading, resumeHash: Buffer): Promise<DraftRow | undefined> {
  return db
    .selectFrom('docket.draft as draft')
    .leftJoin('docket.comment as comment', 'comment.id', 'draft.comment_id')
    .select(['draft.id', 'draft.request_id as requestId', 'draft.sealed', 'comment.number as sent'])
    .where('resume_hash', '=', resumeHash)
    .executeTakeFirst()
}

/** Keeps a draft, unless it was sent meanwhile; answers which one it is. */
export async function saveDraft(
  tx: Writing,
  draft: { requestId: RequestId; resumeHash: Buffer; sealed: Buffer; at: Instant },
): Promise<DraftId | undefined> {
  const saved = await tx
    .insertInto('docket.draft')
    .values({
      id: newId<'draft'>(draft.at.getTime()),
      request_id: draft.requestId,
      resume_hash: draft.resumeHash,
      sealed: draft.sealed,
      saved_at: draft.at,
    })
    .onConflict((conflict) =>
      conflict
        .column('resume_hash')
        .doUpdateSet({ sealed: draft.sealed, saved_at: draft.at })
        .where('docket.draft.comment_id', 'is', null)
        .where('docket.draft.request_id', '=', draft.requestId),
    )
    .returning('id')
    .executeTakeFirst()
  return saved?.id
}

/** Empties a draft that was sent. */
export async function finishDraft(tx: Writing, resumeHash: Buffer, comment: CommentId): Promise<void> {
  const finished = await tx
    .updateTable('docket.draft')
    .set({ sealed: null, comment_id: comment })
    .where('resume_hash', '=', resumeHash)
    .where('comment_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (finished) await tx.deleteFrom('docket.draft_file').where('draft_id', '=', finished.id).execute()
}

export async function listDraftFiles(db: Db<IntakeTables>, resumeHash: Buffer): Promise<DraftFile[]> {
  const rows = await db
    .selectFrom('docket.draft_file as file')
    .innerJoin('docket.draft as draft', 'draft.id', 'file.draft_id')
    .selectAll('file')
    .where('draft.resume_hash', '=', resumeHash)
    .orderBy('file.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    extraction: {
      state: row.extraction,
      note: row.extraction_note ?? undefined,
      extractor:
        row.extractor !== null ? { name: row.extractor, version: row.extractor_version ?? '' } : undefined,
      text: row.extracted ?? undefined,
    },
  }))
}

export async function insertDraftFile(
  tx: Writing,
  draft: DraftId,
  position: number,
  file: DraftFile,
  at: Instant,
): Promise<void> {
  const { state, note, extractor, text } = file.extraction
  await tx
    .insertInto('docket.draft_file')
    .values({
      id: file.id,
      draft_id: draft,
      position,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      extraction: state,
      extraction_note: note ?? null,
      extractor: extractor?.name ?? null,
      extractor_version: extractor?.version ?? null,
      extracted: text ?? null,
      added_at: at,
    })
    .execute()
}

export async function deleteDraftFile(tx: Writing, resumeHash: Buffer, id: DraftFileId): Promise<void> {
  await tx
    .deleteFrom('docket.draft_file as file')
    .using('docket.draft as draft')
    .whereRef('draft.id', '=', 'file.draft_id')
    .where('draft.resume_hash', '=', resumeHash)
    .where('file.id', '=', id)
    .execute()
}

/** Takes away drafts not saved since this moment, with their words and the names of their files. */
export async function deleteDrafts(tx: Writing, before: Instant): Promise<number> {
  const deleted = await tx
    .deleteFrom('docket.draft')
    .where('saved_at', '<', before)
    .where('comment_id', 'is', null)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

/** Which of these files belong to a comment or to one that is being written. */
export async function listCommentFiles(db: Reading, among: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('docket.draft_file')
    .select('sha256')
    .where('sha256', 'in', among)
    .union(db.selectFrom('docket.attachment').select('sha256').where('sha256', 'in', among))
    .execute()
  return rows.map(({ sha256 }) => sha256)
}
