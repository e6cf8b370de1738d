import { hash } from 'node:crypto'
import { listReasons, listRedactions, type Redaction } from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Question } from '../../requests/index.ts'
import type { CommentState } from '../comments/model.ts'
import { decideIn, type PostingTables } from '../posting/decide-comment.ts'
import { readWaiting, type WholeWaiting } from '../posting/read-waiting.ts'
import type { Waiting } from '../posting/store.ts'
import { findLeaks, type Leak, nameLeaks } from './find-leaks.ts'
import { type Prepared, prepareRedaction } from './prepare-redaction.ts'

export interface Redacting extends Prepared {
  whole: WholeWaiting
  redactions: readonly Redaction[]
}

/** The comment with its marks, as it would be posted now. */
export async function readRedacting(
  db: Db<PostingTables>,
  comment: Waiting,
  questions: readonly Question[],
): Promise<Redacting> {
  const [whole, redactions, reasons] = await Promise.all([
    readWaiting(db, comment, questions, false),
    listRedactions(db, { kind: 'comment', id: comment.id }),
    listReasons(db, { retired: true }),
  ])
  const names = new Map(reasons.map(({ code, name }) => [code, name]))
  return { whole, redactions, ...prepareRedaction(whole, redactions, names) }
}

/** Names the marks that a moderator saw. */
export const nameMarks = (redactions: readonly Redaction[]): string =>
  hash('sha256', redactions.map(({ id }) => id).join())

export interface RedactOrder {
  seen: CommentState
  /** The marks seen, by `nameMarks`. */
  marks: string
  /** The leaks that the moderator lets stand, by `nameLeaks`. */
  anyway: string | undefined
}

/** Posts what stays of a comment, unless what is left out would still be read somewhere. */
export async function postRedacted(
  { db, files, clock }: Pick<Services<PostingTables>, 'db' | 'clock'> & { files: FileStore },
  moderator: Actor,
  { comment, questions }: { comment: Waiting; questions: readonly Question[] },
  { seen, marks, anyway }: RedactOrder,
): Promise<'decided' | 'not-as-seen' | 'nothing-marked' | { leaks: readonly Leak[] }> {
  const { whole, redactions, ...prepared } = await readRedacting(db, comment, questions)
  if (redactions.length === 0) return 'nothing-marked'
  if (nameMarks(redactions) !== marks) return 'not-as-seen'
  const leaks = await findLeaks(files, whole, prepared)
  const allowed = anyway === nameLeaks(leaks)
  if (leaks.some(({ stops }) => stops || !allowed)) return { leaks }
  const verdict = { act: 'redact', seen, reason: undefined, explanation: '' } as const
  const numbers = new Map(questions.map(({ id, number }) => [id, number]))
  const { redacted } = prepared
  const deciding = { comment, questions: numbers, verdict, redacted, at: clock.now() }
  return db.transaction().execute((tx) => decideIn(tx, moderator, deciding))
}
