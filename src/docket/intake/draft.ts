import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import { hashOfCode, readCode } from '../comments/secrets.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { CommentForm } from './model.ts'
import { emptyForm } from './read-form.ts'
import { seal, unseal } from './seal.ts'
import { findDraft, finishDraft, saveDraft } from './store.ts'
import type { DraftId, IntakeTables } from './tables.ts'

type Drafting = Db<IntakeTables & CommentTables>

type Requested = Pick<RequestForComment, 'id' | 'docket'>

export type Found = { form: CommentForm; docket: string } | { sent: string } | 'unknown'

/** Keeps what is written so far, locked with its own resume code; nothing where it was sent meanwhile. */
export function keepDraft(
  db: Drafting,
  request: Requested,
  form: CommentForm,
  at: Instant,
): Promise<DraftId | undefined> {
  const sealed = seal(form.code, JSON.stringify({ docket: request.docket, form }))
  return db
    .transaction()
    .execute((tx) => saveDraft(tx, { requestId: request.id, resumeHash: hashOfCode(form.code), sealed, at }))
}

/** Opens a saved comment with the code that its writer typed. */
export async function openDraft(db: Drafting, typed: string): Promise<Found> {
  const code = readCode(typed)
  const row = code === undefined ? undefined : await findDraft(db, hashOfCode(code))
  if (!row || code === undefined) return 'unknown'
  if (row.sent !== null) return { sent: row.sent }
  if (!row.sealed) return 'unknown'
  const { form, docket } = JSON.parse(unseal(code, row.sealed)) as { form: CommentForm; docket: string }
  return { form: { ...emptyForm(form.language), ...form }, docket }
}

/** The number of the comment that the draft behind this code became, where it was sent. */
export async function sentAs(db: Drafting, code: string): Promise<string | undefined> {
  return (await findDraft(db, hashOfCode(code)))?.sent ?? undefined
}

export function closeDraft(db: Drafting, code: string, comment: CommentId): Promise<void> {
  return db.transaction().execute((tx) => finishDraft(tx, hashOfCode(code), comment))
}
