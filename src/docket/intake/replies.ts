import type { Instant } from '../../platform/time.ts'
import { takesReplies } from '../../requests/index.ts'
import type { Answered } from '../comments/model.ts'
import { findAnswerable } from '../comments/store.ts'
import type { KnownRequest } from './known-requests.ts'
import type { CommentForm, Problem } from './model.ts'
import type { Intake } from './services.ts'

const MOST = 20

const numbersIn = ({ replyTo }: Pick<CommentForm, 'replyTo'>) => [
  ...new Set(replyTo.split(/[\s,;]+/).filter((one) => one !== '')),
]

/** The posted comments that a form answers, or what keeps it from answering them. */
export async function answeredBy(
  { db }: Pick<Intake, 'db'>,
  { request }: Pick<KnownRequest, 'request'>,
  form: Pick<CommentForm, 'replyTo'>,
  now: Instant,
): Promise<{ repliesTo: Answered[] } | { problems: Problem[] }> {
  const numbers = numbersIn(form)
  const field = 'replyTo'
  if (numbers.length === 0) return { repliesTo: [] }
  if (!takesReplies(request, now)) return { problems: [{ field, kind: 'replyNotOpen' }] }
  if (numbers.length > MOST) return { problems: [{ field, kind: 'repliesMany', values: { limit: MOST } }] }
  const repliesTo = await findAnswerable(db, request.id, numbers)
  const strange = numbers.filter((number) => !repliesTo.some((one) => one.number === number))
  const kind = 'replyUnknown'
  return strange.length > 0
    ? { problems: [{ field, kind, values: { numbers: strange.join(', '), count: strange.length } }] }
    : { repliesTo }
}

/** The form of whoever came by “Reply to this comment”, while replies are taken. */
export function answering(
  form: CommentForm,
  number: string | undefined,
  { request }: Pick<KnownRequest, 'request'>,
  now: Instant,
): CommentForm {
  return number && takesReplies(request, now) ? { ...form, replyTo: number } : form
}
