import { type Static, Type } from 'typebox'

const Code = Type.String({ maxLength: 60 })
const Name = Type.String({ maxLength: 64 })

/** What is to be left out, as the form sends it. */
export const MarkForm = Type.Object(
  {
    in: Type.Optional(Type.String({ pattern: '^((answer|attachment)-[1-9][0-9]{0,2})?$' })),
    paragraph: Type.Optional(Type.String({ pattern: '^([1-9][0-9]{0,5})?$' })),
    words: Type.Optional(Type.String({ maxLength: 20_000 })),
    reason: Type.Optional(Code),
    whole: Type.Optional(Type.Enum(['yes'])),
  },
  { additionalProperties: false },
)
export type MarkForm = Static<typeof MarkForm>

export const FileForm = Type.Object(
  { number: Type.String({ pattern: '^[1-9][0-9]{0,2}$' }), reason: Type.Optional(Code) },
  { additionalProperties: false },
)

export const PostForm = Type.Object(
  {
    seen: Type.Enum(['screening', 'posted', 'withheld']),
    marks: Name,
    anyway: Type.Optional(Name),
  },
  { additionalProperties: false },
)

export const Target = Type.Object({
  in: Type.Optional(Type.String({ maxLength: 40 })),
  paragraph: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,5}$' })),
})

const PlaceName = Type.String({ maxLength: 60 })
export const PlacesForm = Type.Object(
  {
    places: Type.Optional(Type.Union([PlaceName, Type.Array(PlaceName, { maxItems: 200 })])),
    reason: Type.Optional(Code),
  },
  { additionalProperties: false },
)
