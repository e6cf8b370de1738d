import { type Static, Type } from 'typebox'

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

export const NamingParams = Type.Object({ representation: Type.String({ format: 'uuid' }) })
export const NamingForm = Type.Object({ named: Type.Enum(['yes', 'no']) }, { additionalProperties: false })

export const SessionParams = Type.Object({ session: Type.String({ format: 'uuid' }) })
