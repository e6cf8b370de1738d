import { type Static, Type } from 'typebox'

export const LENGTH = 200

const line = Type.String({ maxLength: LENGTH, pattern: '\\S' })

export const FoundingForm = Type.Object(
  {
    code: Type.String({ maxLength: 100 }),
    installation: line,
    convenor: line,
    group: Type.String({ maxLength: 100 }),
    name: line,
    email: Type.String({ maxLength: 254 }),
  },
  { additionalProperties: false },
)
export type FoundingForm = Static<typeof FoundingForm>

export const CodeQuery = Type.Object({ code: Type.Optional(Type.String({ maxLength: 100 })) })
