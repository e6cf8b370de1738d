import { attachmentAddress, commentAddress } from './address.ts'
import type { PublicComment } from './model.ts'
import type { WholeComment } from './read-comment.ts'
import type { ReadComment } from './read-docket.ts'
import type { CommentFacts, WholeCommentBody } from './schemas.ts'

interface Around {
  late: boolean
  confidential: number
  reason: string | undefined
  origin: string
}

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null

function senderOf({ shown }: PublicComment): CommentFacts['sender'] {
  if (!shown?.sender) return null
  const { name, organisation, capacity } = shown.sender
  return { name: orNull(name), organisation: orNull(organisation), capacity: orNull(capacity) }
}

function factsOf(comment: PublicComment, { late, confidential, reason, origin }: Around): CommentFacts {
  const { number, standing, receivedAt, sentAt, shown } = comment
  return {
    number,
    address: `${origin}${commentAddress(number)}`,
    state: standing,
    receivedAt: receivedAt.toISOString(),
    sentAt: sentAt.toISOString(),
    late,
    withheldFor: standing === 'withheld' ? orNull(reason) : null,
    superseded: comment.superseded,
    supersededBy: orNull(comment.supersededBy),
    sender: senderOf(comment),
    group: orNull(shown?.group),
    assignedGroup: orNull(shown?.assignedGroup),
    language: orNull(shown?.language),
    country: orNull(shown?.country),
    channel: orNull(shown?.channel),
    confidentialParts: confidential,
  }
}

export function factsOfRow({ comment, reasonCode, ...around }: ReadComment, origin: string): CommentFacts {
  return factsOf(comment, { ...around, reason: reasonCode, origin })
}

export function wholeBody(whole: WholeComment, origin: string): WholeCommentBody {
  const { comment, late, answers, attachments, confidential, decisions } = whole
  return {
    ...factsOf(comment, {
      late,
      origin,
      confidential: confidential.answers + confidential.attachments,
      reason: decisions.at(-1)?.reason,
    }),
    answers: answers.map(({ question, text: { language, text } }) => ({
      question: orNull(question?.number),
      language,
      text,
    })),
    attachments: attachments.map(({ number, file, mediaType, bytes, hasText }) => {
      const address = `${origin}${attachmentAddress(comment.number, number)}`
      return {
        number,
        name: orNull(file?.name),
        mediaType,
        bytes,
        text: hasText ? address : null,
        file: file ? `${address}/file` : null,
      }
    }),
  }
}
