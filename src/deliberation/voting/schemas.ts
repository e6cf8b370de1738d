import { Type } from 'typebox'
import { voteWords } from './model.ts'

const short = Type.Optional(Type.String({ maxLength: 100 }))
const closed = { additionalProperties: false }
const list = Type.Optional(Type.String({ maxLength: 20_000 }))

export const VoteAddress = Type.Object({
  slug: Type.String({ maxLength: 200 }),
  deliberation: Type.String({ maxLength: 40 }),
  vote: Type.String({ maxLength: 60 }),
})
export const VoteQuery = Type.Object({ statement: short, skipped: list, voted: short })
export const VoteForm = Type.Object(
  {
    statement: Type.Optional(Type.String({ maxLength: 20 })),
    vote: short,
    matters: short,
    reason: Type.Optional(Type.String({ maxLength: 200_000 })),
    code: short,
    skipped: list,
  },
  closed,
)
export const ResumeForm = Type.Object({ code: Type.Optional(Type.String({ maxLength: 1000 })) }, closed)
export const AboutForm = Type.Object(
  {
    group: short,
    issues: Type.Optional(
      Type.Union([
        Type.String({ maxLength: 10 }),
        Type.Array(Type.String({ maxLength: 10 }), { maxItems: 500 }),
      ]),
    ),
  },
  closed,
)

export const VoteBody = Type.Object(
  {
    statement: Type.Integer({ minimum: 1, maximum: 999_999, description: 'Number of the statement.' }),
    vote: Type.Enum(voteWords),
    matters: Type.Optional(Type.Boolean({ description: 'This matters to me.' })),
    reason: Type.Optional(
      Type.String({
        maxLength: 20_000,
        description: 'At most 500 characters; screened before it is posted.',
      }),
    ),
  },
  closed,
)
export const VoteAnswer = Type.Object({
  id: Type.String(),
  statement: Type.Integer(),
  vote: Type.String(),
  at: Type.String({ format: 'date-time' }),
  again: Type.Boolean({ description: 'The same vote stood there already; nothing was written.' }),
  counts: Type.String({ description: 'What counts, in words.' }),
  resumeCode: Type.Optional(
    Type.String({ description: 'Send it as Resume-Code to go on as the same participant.' }),
  ),
  receipt: Type.String(),
})
export const StatementsAnswer = Type.Object({
  deliberation: Type.String(),
  statements: Type.Array(
    Type.Object({
      number: Type.Integer(),
      text: Type.String(),
      origin: Type.String(),
      source: Type.Union([Type.String(), Type.Null()]),
      issue: Type.Union([Type.Integer(), Type.Null()]),
      at: Type.String({ format: 'date-time' }),
      replacedBy: Type.Union([Type.Integer(), Type.Null()]),
      agree: Type.Integer(),
      disagree: Type.Integer(),
      pass: Type.Integer(),
    }),
  ),
})
export const ProposalBody = Type.Object(
  { text: Type.String({ maxLength: 20_000 }), issue: Type.Optional(Type.Integer()) },
  closed,
)
export const ProposalAnswer = Type.Object({ numbers: Type.Array(Type.Integer()), state: Type.String() })
