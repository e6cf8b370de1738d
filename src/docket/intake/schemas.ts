import { type Static, Type } from 'typebox'
import { interestKinds, LONGEST_INTEREST } from '../../participants/index.ts'
import { publications } from '../comments/model.ts'
import { MOST_SIGNATORIES } from '../comments/signatories/model.ts'

const publication = Type.Enum([...publications], {
  description: 'What may be shown: with the name, without it, or nothing to the public.',
})

const ApiAnswer = Type.Object(
  {
    question: Type.Optional(
      Type.Union([Type.Integer(), Type.String()], {
        description: 'Number or id of a question of this request; leave it out for free text.',
      }),
    ),
    text: Type.Optional(
      Type.String({ description: 'At most 100,000 UTF-16 units. An empty line begins a new paragraph.' }),
    ),
    ranking: Type.Optional(
      Type.Array(
        Type.Object({ issue: Type.Integer(), rank: Type.Integer() }, { additionalProperties: false }),
        {
          maxItems: 200,
          description:
            'To a question that asks for issues: where you put each, 1 first; ties and gaps are allowed.',
        },
      ),
    ),
    proposals: Type.Optional(
      Type.Array(
        Type.Object(
          { title: Type.String(), why: Type.Optional(Type.String()) },
          { additionalProperties: false },
        ),
        { maxItems: 50, description: 'To such a question: issues that you propose.' },
      ),
    ),
    publication: Type.Optional(publication),
  },
  { additionalProperties: false },
)

const short = (description: string) => Type.Optional(Type.String({ maxLength: 254, description }))

export const ApiComment = Type.Object(
  {
    answers: Type.Array(ApiAnswer, {
      maxItems: 500,
      description: 'One at least, unless files say it all.',
    }),
    publication: Type.Optional(publication),
    replyTo: Type.Optional(
      Type.Array(Type.String({ maxLength: 100 }), {
        maxItems: 20,
        description: 'In a reply round: tracking numbers of the posted comments that this one answers.',
      }),
    ),
    group: short('Stakeholder group, as in the list of the installation; “not-stated” where left out.'),
    capacity: short('in-own-name, authorised-representative or member.'),
    name: short('Who sends it.'),
    organisation: short('For whom.'),
    email: short('Never published; the receipt is sent there.'),
    country: short('ISO 3166-1 code of two letters.'),
    language: short('BCP 47 tag of the language it is written in; that of the request where left out.'),
    interests: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum([...interestKinds]),
            words: Type.String({ minLength: 1, maxLength: LONGEST_INTEREST }),
          },
          { additionalProperties: false },
        ),
        { maxItems: interestKinds.length, description: 'What the sender has at stake; each kind once.' },
      ),
    ),
    signatories: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String({ description: 'The organisation.' }),
            country: short('ISO 3166-1 code of two letters.'),
            email: short('Never published; the organisation is asked there whether it signs.'),
          },
          { additionalProperties: false },
        ),
        {
          maxItems: MOST_SIGNATORIES,
          description:
            'Of a joint comment: the organisations that sign it beside its sender. Published where the comment is published with the name.',
        },
      ),
    ),
    interestsConfidential: Type.Optional(
      Type.Boolean({ description: 'The interests are shown to those who handle comments only.' }),
    ),
    idempotencyKey: Type.Optional(
      Type.String({
        description:
          'A random value of 22 to 200 printable characters, such as a UUID, or the header Idempotency-Key. The same value again is the same comment; whoever has it is given the comment key.',
      }),
    ),
  },
  { additionalProperties: false, description: 'One comment on a request for comment.' },
)
export type ApiComment = Static<typeof ApiComment>

/** What the parts are is told to those who write programs; they are checked as they are read. */
export const ApiCommentWithFiles = Type.Unsafe<unknown>({
  type: 'object',
  description: 'The comment in JSON as the part “comment”, and its files as further parts with a file name.',
  properties: {
    comment: { type: 'string', description: 'As in application/json.' },
    files: { type: 'array', items: { type: 'string', format: 'binary' } },
  },
})

export const ApiReceived = Type.Object({
  number: Type.String({ description: 'The tracking number.' }),
  receivedAt: Type.String({ description: 'ISO 8601, by the clock of the installation.' }),
  late: Type.Boolean({ description: 'It came after the deadline.' }),
  again: Type.Boolean({
    description: 'A comment with this idempotency key was there already: this is that one.',
  }),
  promise: Type.String({ description: 'Signed promise of the log to hold this comment.' }),
  receipt: Type.String({ description: 'Where the complete receipt is, for who sends the comment key.' }),
  commentKey: Type.String({ description: 'To see status, correct, supersede or withdraw. Keep it.' }),
})

const FieldProblem = Type.Object({ field: Type.String(), detail: Type.String() })

export const ApiProblem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    errors: Type.Optional(Type.Array(FieldProblem)),
  },
  { description: 'RFC 9457.' },
)
export type ApiProblem = Static<typeof ApiProblem>
