import { type Static, Type } from 'typebox'

/** The part of the queue to go back to. */
const Whose = Type.Optional(Type.String({ maxLength: 20 }))

/** What a moderator decides, as the form sends it; the command asks again what must be there. */
export const VerdictForm = Type.Object(
  {
    act: Type.Enum(['post', 'withhold']),
    seen: Type.Enum(['screening', 'posted', 'withheld']),
    reason: Type.Optional(Type.String({ maxLength: 60 })),
    explanation: Type.Optional(Type.String({ maxLength: 2000 })),
    whose: Whose,
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
    whose: Whose,
  },
  { additionalProperties: false },
)

/** Who shall have a comment, and who had it when the page was made. */
export const AssignmentForm = Type.Object(
  {
    act: Type.Enum(['take', 'hand', 'give-back']),
    seen: Type.String({ maxLength: 40 }),
    to: Type.String({ maxLength: 40 }),
    whose: Whose,
  },
  { additionalProperties: false },
)
export type AssignmentForm = Static<typeof AssignmentForm>

export const AssignNextForm = Type.Object(
  { count: Type.String({ maxLength: 20 }), to: Type.String({ maxLength: 40 }) },
  { additionalProperties: false },
)

export type AssignNextForm = Static<typeof AssignNextForm>

export const QueueQuery = Type.Object({
  part: Type.Optional(Type.String({ maxLength: 20 })),
  whose: Whose,
  behind: Type.Optional(Type.String({ maxLength: 100 })),
  done: Type.Optional(Type.String({ maxLength: 100 })),
})
