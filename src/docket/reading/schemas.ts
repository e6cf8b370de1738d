import { type Static, type TSchema, Type } from 'typebox'
import { verifications } from '../comments/model.ts'

/** A form sends a field that was left alone as an empty word. */
const orNothing = <const Values extends readonly string[]>(values: Values) =>
  Type.Optional(Type.Enum(['', ...values] as const))
const word = Type.Optional(Type.String({ maxLength: 60 }))

export const ListQuery = Type.Object({
  words: Type.Optional(
    Type.String({
      description:
        'Words, "phrases", -left -out, one or another: comments whose published text says so, each in its own language.',
    }),
  ),
  group: word,
  question: Type.Optional(Type.String({ pattern: '^([1-9][0-9]{0,3})?$' })),
  language: word,
  country: word,
  channel: orNothing(['web-form', 'e-mail', 'api', 'bulk-import', 'paper']),
  attachments: orNothing(['with', 'without']),
  time: orNothing(['late', 'in-time']),
  replies: orNothing(['only', 'without']),
  joint: orNothing(['only', 'without']),
  state: orNothing(['posted', 'withheld', 'withdrawn', 'erased', 'all']),
  sort: orNothing(['newest', 'oldest']),
  from: Type.Optional(Type.String({ maxLength: 100 })),
  until: Type.Optional(Type.String({ maxLength: 100 })),
})
export type ListQuery = Static<typeof ListQuery>

const maybe = <const Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const instant = Type.String({ description: 'ISO 8601, in UTC.' })

const Sender = Type.Object({
  name: maybe(Type.String()),
  organisation: maybe(Type.String()),
  capacity: maybe(Type.String()),
  verification: Type.Enum([...verifications], {
    description: 'How far it is known that they sent it: their address or their organisation confirmed it.',
  }),
})

const facts = {
  number: Type.String({ description: 'The tracking number that people quote.' }),
  address: Type.String(),
  state: Type.Enum(['screening', 'posted', 'withheld', 'withdrawn', 'superseded', 'erased']),
  receivedAt: instant,
  sentAt: Type.String({ description: 'When it was first sent, where it was taken over from elsewhere.' }),
  late: Type.Boolean(),
  withheldFor: maybe(Type.String({ description: 'The code of the reason.' })),
  erasedFor: maybe(Type.String({ description: 'The code of the reason why all of it was erased.' })),
  superseded: Type.Boolean({ description: 'Its sender put another in its place.' }),
  supersededBy: maybe(
    Type.String({
      description: 'Which one: told only where both are shown, and alike, with name or without.',
    }),
  ),
  sender: maybe(Sender),
  group: maybe(Type.String({ description: 'The stakeholder group that the sender declared.' })),
  assignedGroup: maybe(Type.String({ description: 'The group that the convenor assigned.' })),
  language: maybe(Type.String()),
  country: maybe(Type.String()),
  channel: maybe(Type.String()),
  repliesTo: Type.Array(Type.String(), { description: 'Tracking numbers of the comments that it answers.' }),
  joint: maybe(
    Type.Object(
      { organisations: Type.Integer(), confirmed: Type.Integer() },
      { description: 'Of a joint comment: how many organisations sign it, and how many confirmed that.' },
    ),
  ),
  original: maybe(
    Type.Object(
      { id: Type.String(), source: maybe(Type.String()) },
      { description: 'Which comment it was in the file from which it was taken over.' },
    ),
  ),
  confidentialParts: Type.Integer({ description: 'How many parts only those entitled may see.' }),
}

export const CommentFacts = Type.Object(facts)
export type CommentFacts = Static<typeof CommentFacts>

export const CommentList = Type.Object({
  docket: Type.String(),
  counts: Type.Object({
    received: Type.Integer(),
    posted: Type.Integer(),
    screening: Type.Integer(),
    withheld: Type.Integer(),
    withdrawn: Type.Integer(),
    erased: Type.Integer(),
    superseded: Type.Integer(),
    named: Type.Integer({ description: 'Posted with a name.' }),
    confirmed: Type.Integer({ description: 'Posted with a name that its owner confirmed.' }),
    late: Type.Integer(),
  }),
  matching: Type.Integer(),
  more: Type.Boolean({ description: 'There are more than `matching`; a search counts no further.' }),
  comments: Type.Array(CommentFacts),
  next: maybe(Type.String({ description: 'The address of the next page.' })),
})
export type CommentList = Static<typeof CommentList>

export const WholeCommentBody = Type.Object({
  ...facts,
  interests: Type.Array(Type.Object({ kind: Type.String(), words: Type.String() }), {
    description: 'What the sender declares to have at stake.',
  }),
  interestsNotShown: Type.Integer({
    description: 'How many declared interests only those entitled may see.',
  }),
  signatories: Type.Array(
    Type.Object({
      name: Type.String(),
      country: maybe(Type.String()),
      verification: Type.Enum([...verifications], {
        description: 'What is “none” is said by the sender alone.',
      }),
    }),
    { description: 'Organisations that sign beside the sender.' },
  ),
  signatoriesRefused: Type.Integer({
    description: 'How many were named and said that they do not sign.',
  }),
  answers: Type.Array(
    Type.Object({
      question: maybe(Type.Integer()),
      language: Type.String(),
      text: Type.String(),
    }),
  ),
  attachments: Type.Array(
    Type.Object({
      number: Type.Integer(),
      name: maybe(Type.String()),
      mediaType: Type.String(),
      bytes: Type.Integer(),
      text: maybe(Type.String({ description: 'The address of its text.' })),
      file: maybe(Type.String({ description: 'The address of the file.' })),
    }),
  ),
})
export type WholeCommentBody = Static<typeof WholeCommentBody>
