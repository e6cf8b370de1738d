import { Type } from 'typebox'

const long = Type.Optional(Type.String({ maxLength: 600_000 }))
const short = Type.Optional(Type.String({ maxLength: 100 }))
const closed = { additionalProperties: false }

export const StatementAddress = Type.Object({
  slug: Type.String({ maxLength: 200 }),
  deliberation: Type.String({ maxLength: 40 }),
  statement: Type.String({ pattern: '^[1-9][0-9]{0,5}$' }),
})
export const SeedForm = Type.Object({ texts: long, issue: short }, closed)
export const ProposeForm = Type.Object({ text: long, issue: short }, closed)
export const RewordForm = Type.Object({ text: long }, closed)
export const LiftQuery = Type.Object({ comment: short, excerpt: short })
export const LiftForm = Type.Object(
  { comment: short, excerpt: short, quote: long, text: long, issue: short },
  closed,
)
export const VerdictForm = Type.Object(
  {
    seen: Type.Enum(['pending', 'posted', 'withheld']),
    act: Type.Enum(['post', 'withhold']),
    reason: short,
    explanation: Type.Optional(Type.String({ maxLength: 20_000 })),
  },
  closed,
)
