import type { TextVersion } from '../../texts/index.ts'
import { attachmentAddress, commentAddress } from './address.ts'
import type { ShownInterests } from './interests/store.ts'
import type { PublicAnswer, PublicAttachment, PublicComment } from './model.ts'
import type { ReadComment } from './read-docket.ts'
import type { CommentFacts, WholeCommentBody } from './schemas.ts'
import type { Shares } from './shares/store.ts'
import type { ShownSignatories } from './signatories/model.ts'

interface Around {
  late: boolean
  confidential: number
  reason: string | undefined
  origin: string
}

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null

function senderOf({ shown }: PublicComment): CommentFacts['sender'] {
  if (!shown?.sender) return null
  const { name, organisation, capacity, verification } = shown.sender
  return { name: orNull(name), organisation: orNull(organisation), capacity: orNull(capacity), verification }
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
    erasedFor: standing === 'erased' ? orNull(reason) : null,
    superseded: comment.superseded,
    supersededBy: orNull(comment.supersededBy),
    sender: senderOf(comment),
    group: orNull(shown?.group),
    assignedGroup: orNull(shown?.assignedGroup),
    language: orNull(shown?.language),
    country: orNull(shown?.country),
    channel: orNull(shown?.channel),
    repliesTo: [...(shown?.repliesTo ?? [])],
    joint: orNull(shown?.joint),
    original: shown?.original ? { id: shown.original.id, source: orNull(shown.original.source) } : null,
    confidentialParts: confidential,
  }
}

export function factsOfRow({ comment, reasonCode, ...around }: ReadComment, origin: string): CommentFacts {
  return factsOf(comment, { ...around, reason: reasonCode, origin })
}

/** What belongs to one comment, and the texts of many. */
export interface BodyParts {
  late: boolean
  interests: ShownInterests
  signatories: ShownSignatories
  reason: string | undefined
  answers: Shares<PublicAnswer>
  attachments: Shares<PublicAttachment>
  texts: ReadonlyMap<string, TextVersion>
  origin: string
}

function answersOf({ shown }: PublicComment, { answers, texts }: BodyParts): WholeCommentBody['answers'] {
  return answers.shown.flatMap(({ id, question }) => {
    const found = texts.get(id)
    if (!found?.content || !shown) return []
    const language = found.language ?? shown.language
    return [{ question: orNull(question), language, text: found.content.text }]
  })
}

export function bodyOf(comment: PublicComment, parts: BodyParts): WholeCommentBody {
  const { late, interests, signatories, reason, answers, attachments, texts, origin } = parts
  const confidential = answers.confidential + attachments.confidential
  return {
    ...factsOf(comment, { late, origin, confidential, reason }),
    interests: [...interests.declared],
    interestsNotShown: interests.notShown,
    signatories: signatories.signing.map(({ name, country, verification }) => ({
      name,
      country: orNull(country),
      verification,
    })),
    signatoriesRefused: signatories.refused,
    answers: answersOf(comment, parts),
    attachments: attachments.shown.map(({ id, number, file, mediaType, bytes }) => {
      const address = `${origin}${attachmentAddress(comment.number, number)}`
      const hasText = texts.get(id)?.content !== undefined
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
