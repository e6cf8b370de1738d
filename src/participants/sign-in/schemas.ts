import { type Static, Type } from 'typebox'
import { interestKinds, LONGEST_INTEREST } from '../interests/model.ts'

export const NAME_LENGTH = 200

export const SignInForm = Type.Object(
  { email: Type.String({ maxLength: 254 }), to: Type.Optional(Type.String({ maxLength: 2000 })) },
  { additionalProperties: false },
)
export type SignInForm = Static<typeof SignInForm>

export const SignInQuery = Type.Object({ to: Type.Optional(Type.String({ maxLength: 2000 })) })

/** The secret of a link, and the name of whoever signs in for the first time. */
export const LinkParams = Type.Object({ secret: Type.String({ maxLength: 100 }) })
export const LinkForm = Type.Object(
  { name: Type.Optional(Type.String({ maxLength: NAME_LENGTH })) },
  { additionalProperties: false },
)

export const NameForm = Type.Object(
  { name: Type.String({ maxLength: NAME_LENGTH, pattern: '\\S' }) },
  { additionalProperties: false },
)

export const InterestForm = Type.Object(
  {
    kind: Type.Enum([...interestKinds]),
    words: Type.String({ maxLength: LONGEST_INTEREST, pattern: '\\S' }),
  },
  { additionalProperties: false },
)
export type InterestForm = Static<typeof InterestForm>
export const InterestParams = Type.Object({ interest: Type.String({ format: 'uuid' }) })

export const NamingParams = Type.Object({ representation: Type.String({ format: 'uuid' }) })
export const NamingForm = Type.Object({ named: Type.Enum(['yes', 'no']) }, { additionalProperties: false })

export const SessionParams = Type.Object({ session: Type.String({ format: 'uuid' }) })
