import { hashOfCode } from '../comments/secrets.ts'
import type { FileRefusal } from './add-file.ts'
import type { DraftFile } from './draft-file.ts'
import { keepFiles } from './keep-files.ts'
import type { KnownRequest } from './known-requests.ts'
import { MOST_FILES } from './limits.ts'
import type { CommentForm } from './model.ts'
import type { Intake } from './services.ts'
import { deleteDraftFile, listDraftFiles } from './store.ts'

/** What of a form that came changes the files of its draft. */
interface Changing {
  form: CommentForm
  act: string
  added: DraftFile[]
  refused: FileRefusal[]
}

/** The files of the draft, with those that came now and without the one that is to go. */
export async function filesOf(
  intake: Intake,
  { request }: KnownRequest,
  came: Changing,
): Promise<DraftFile[]> {
  const hash = hashOfCode(came.form.code)
  const before = await listDraftFiles(intake.db, hash)
  const room = Math.max(0, MOST_FILES - before.length)
  for (const { name } of came.added.splice(room)) came.refused.push({ name, why: 'too-many' })
  const removed = before.find(({ id }) => came.act === `remove:${id}`)
  if (removed) await intake.db.transaction().execute((tx) => deleteDraftFile(tx, hash, removed.id))
  if (came.added.length > 0) {
    const kept = await keepFiles(intake.db, request, came.form, came.added, intake.clock.now())
    if (!kept) return came.added
  }
  return removed || came.added.length > 0 ? listDraftFiles(intake.db, hash) : before
}
