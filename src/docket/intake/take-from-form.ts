import type { Instant } from '../../platform/time.ts'
import { type Over, supersedeComment } from '../comments/end-comment.ts'
import {
  type Answer,
  type Answered,
  isNamed,
  isWhollyConfidential,
  type SupersededAs,
} from '../comments/model.ts'
import { readWhole, type WholeComment } from '../comments/read-whole.ts'
import { isKeyOf } from '../comments/secrets.ts'
import { findKeyHash } from '../comments/store.ts'
import type { Taken } from '../comments/take-comments.ts'
import { arrivalOf } from './arrival-of.ts'
import { closeDraft } from './draft.ts'
import type { DraftFile } from './draft-file.ts'
import type { KnownRequest } from './known-requests.ts'
import { type CommentForm, choicesOf } from './model.ts'
import type { Intake } from './services.ts'

/** Takes a form without problems; one that takes the place of an earlier comment does so in the same transaction. */
export async function takeFromForm(
  intake: Intake,
  { request }: KnownRequest,
  form: CommentForm,
  files: readonly DraftFile[],
  at: Instant,
  repliesTo?: readonly Answered[],
): Promise<Taken | Over | 'wrong-key'> {
  const arrival = arrivalOf(form, request, { channel: 'web-form', files, at, repliesTo })
  if (form.supersedes === '') return intake.take(arrival)
  const earlier = await earlierOf(intake, request, form)
  return earlier ? supersedeComment(intake.db, arrival, earlier, form.as as SupersededAs) : 'wrong-key'
}

/** The comment whose place this one is to take; none for whoever does not hold its key. */
async function earlierOf(intake: Intake, request: KnownRequest['request'], form: CommentForm) {
  const held = isKeyOf(form.supersedesKey, await findKeyHash(intake.db, form.supersedes))
  const earlier = held ? await readWhole(intake.db, form.supersedes, request.questions) : undefined
  return earlier?.requestId === request.id ? earlier : undefined
}

/** Whether it takes the place of a comment that is published otherwise, so that its sender hears what that means. */
export async function isUnlikeEarlier(
  intake: Intake,
  { request }: KnownRequest,
  form: CommentForm,
  files: number,
): Promise<boolean> {
  const earlier = form.supersedes === '' ? undefined : await earlierOf(intake, request, form)
  if (!earlier) return false
  const [before, now] = [choicesIn(earlier), choicesOf(form, files)]
  return isNamed(before) !== isNamed(now) || isWhollyConfidential(before) !== isWhollyConfidential(now)
}

const choicesIn = ({ answers, attachments }: WholeComment) =>
  [...answers, ...attachments].map(({ publication }) => publication)

/** Whether a form that was sent again says what the comment says; who went back and edited must hear that it does not. */
export async function saysTheSame(
  intake: Intake,
  { request }: KnownRequest,
  { form, files }: { form: CommentForm; files: readonly DraftFile[] },
  { number, receivedAt: at }: Taken,
): Promise<boolean> {
  const taken = await readWhole(intake.db, number, request.questions)
  const sameFiles = files.every((file) => taken?.attachments.some((one) => isSameFile(one, file)))
  const { answers } = arrivalOf(form, request, { channel: 'web-form', files: [], at })
  return sameFiles && wordsOf(taken?.answers ?? []) === wordsOf(answers)
}

/** Files of a draft are gone once it was sent, so that only those that came since can differ. */
const isSameFile = (one: Pick<DraftFile, 'name' | 'sha256'>, other: DraftFile) =>
  one.sha256 === other.sha256 && one.name === other.name

const wordsOf = (answers: readonly Answer[]) =>
  JSON.stringify(answers.map(({ question, text, publication }) => [question?.number, text, publication]))

/** Empties the draft behind a comment that was taken; were it left, sending it again would make no second comment. */
export function forgetDraft(intake: Intake, form: CommentForm, { id }: Taken): Promise<void> {
  return closeDraft(intake.db, form.code, id)
}
