import { Type } from 'typebox'

const text = Type.String({ maxLength: 60 })

export const DocketAddress = Type.Object({ docket: Type.String({ maxLength: 80 }) })
export const CommentAddress = Type.Object({ number: Type.String({ maxLength: 100 }) })
export const ExcerptAddress = Type.Object({ number: Type.String({ maxLength: 100 }), excerpt: text })

/** Codes and positions stand in fields whose names depend on the process. */
export const CodingForm = Type.Object(
  {},
  {
    additionalProperties: Type.Union([
      Type.String({ maxLength: 200_000 }),
      Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 5000 }),
    ]),
  },
)

export const DeskQuery = Type.Object({
  in: Type.Optional(text),
  paragraph: Type.Optional(Type.String({ maxLength: 10 })),
  excerpt: Type.Optional(text),
})

export const ActForm = Type.Object(
  { act: Type.Enum(['take', 'give-back', 'take-up-again', 'done', 'not-substantive']) },
  { additionalProperties: false },
)

export const SuggestionForm = Type.Object(
  { act: Type.Enum(['accept', 'dismiss']) },
  { additionalProperties: false },
)

export const ShareForm = Type.Object(
  { percent: Type.Optional(Type.String({ maxLength: 20 })) },
  { additionalProperties: false },
)
