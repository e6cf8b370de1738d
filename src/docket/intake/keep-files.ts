import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { hashOfCode } from '../comments/secrets.ts'
import type { CommentTables } from '../comments/tables.ts'
import { keepDraft } from './draft.ts'
import type { DraftFile } from './draft-file.ts'
import type { CommentForm } from './model.ts'
import { insertDraftFile, listDraftFiles } from './store.ts'
import type { IntakeTables } from './tables.ts'

/** Puts files that were just sent beside those of the draft, which is kept with them; false where it was sent meanwhile. */
export async function keepFiles(
  db: Db<IntakeTables & CommentTables>,
  request: Pick<RequestForComment, 'id' | 'docket'>,
  form: CommentForm,
  added: readonly DraftFile[],
  at: Instant,
): Promise<boolean> {
  const draft = await keepDraft(db, request, form, at)
  if (draft === undefined) return false
  const before = await listDraftFiles(db, hashOfCode(form.code))
  await db.transaction().execute(async (tx) => {
    for (const [index, file] of added.entries())
      await insertDraftFile(tx, draft, before.length + index, file, at)
  })
  return true
}
