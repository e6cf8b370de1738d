import { type Static, Type } from 'typebox'

/** What a moderator decides, as the form sends it; the command asks again what must be there. */
export const VerdictForm = Type.Object(
  {
    act: Type.Enum(['post', 'withhold']),
    seen: Type.Enum(['screening', 'posted', 'withheld']),
    reason: Type.Optional(Type.String({ maxLength: 60 })),
    explanation: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type VerdictForm = Static<typeof VerdictForm>

/** What another moderator says to a proposal to withhold. */
export const ProposalForm = Type.Object(
  {
    act: Type.Enum(['confirm', 'turn-down', 'take-back']),
    seen: Type.Enum(['screening', 'posted', 'withheld']),
    proposal: Type.String({ maxLength: 40 }),
    why: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
