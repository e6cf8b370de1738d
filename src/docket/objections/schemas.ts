import { type Static, Type } from 'typebox'

/** What is longer than it may be comes back with every word, so that the form takes more than the rule. */
export const ObjectForm = Type.Object(
  { words: Type.Optional(Type.String({ maxLength: 100_000 })) },
  { additionalProperties: false },
)

export const AnswerForm = Type.Object(
  {
    act: Type.Enum(['post', 'turn-down']),
    seen: Type.Enum(['screening', 'posted', 'withheld']),
    objection: Type.String({ maxLength: 40 }),
    why: Type.Optional(Type.String({ maxLength: 100_000 })),
  },
  { additionalProperties: false },
)
export type AnswerForm = Static<typeof AnswerForm>
