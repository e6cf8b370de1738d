import type { RequestForComment } from '../../requests/index.ts'
import { listShownInterests } from './interests/store.ts'
import { type BodyParts, bodyOf } from './json.ts'
import { isLateShown, type PublicComment } from './model.ts'
import { type ReadingDb, readReasons } from './read-docket.ts'
import { answerRef, attachmentRef, readTexts } from './read-texts.ts'
import type { WholeCommentBody } from './schemas.ts'
import { listAnswers, listAttachments } from './shares/store.ts'
import { noSignatories } from './signatories/model.ts'
import { listShownSignatories } from './signatories/store.ts'

const noInterests = { declared: [], notShown: 0 }
const nothing = { shown: [], confidential: 0 }

/** All that the public may know of these comments, as programs are told it. */
export async function readBodies(
  db: ReadingDb,
  request: RequestForComment,
  comments: readonly PublicComment[],
  origin: string,
): Promise<WholeCommentBody[]> {
  const ids = comments.filter(({ shown, confidential }) => shown || confidential).map(({ id }) => id)
  const [answers, attachments, interests, signatories, reasons] = await Promise.all([
    listAnswers(db, ids, request),
    listAttachments(db, ids),
    listShownInterests(db, ids),
    listShownSignatories(db, ids),
    readReasons(db, comments),
  ])
  const refs = [
    ...[...answers.values()].flatMap(({ shown }) => shown.map(answerRef)),
    ...[...attachments.values()].flatMap(({ shown }) => shown.map(attachmentRef)),
  ]
  const texts = await readTexts(db, refs)
  return comments.map((comment) => {
    const parts: BodyParts = {
      interests: interests.get(comment.id) ?? noInterests,
      signatories: signatories.get(comment.id) ?? noSignatories,
      late: isLateShown(request.deadline.at, comment),
      reason: reasons.codes.get(comment.id),
      answers: answers.get(comment.id) ?? nothing,
      attachments: attachments.get(comment.id) ?? nothing,
      texts,
      origin,
    }
    return bodyOf(comment, parts)
  })
}
