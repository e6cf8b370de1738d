import { Type } from 'typebox'
import { LONGEST_PASSKEY_NAME } from './model.ts'

const text = Type.String({ maxLength: 20_000 })
const known = { id: Type.String({ maxLength: 2000 }), rawId: Type.String({ maxLength: 2000 }) }

/** What a device answers, as browsers write it (WebAuthn level 3, §5.1.8); the library looks at each value. */
const about = {
  ...known,
  type: Type.Literal('public-key'),
  clientExtensionResults: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  authenticatorAttachment: Type.Optional(Type.Union([Type.String(), Type.Null()])),
}

export const NewPasskeyForm = Type.Object({
  name: Type.String({ maxLength: LONGEST_PASSKEY_NAME, pattern: '\\S' }),
  response: Type.Object({
    ...about,
    response: Type.Object({
      clientDataJSON: text,
      attestationObject: text,
      transports: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 10 })),
    }),
  }),
})

export const PasskeySignIn = Type.Object({
  to: Type.Optional(Type.String({ maxLength: 2000 })),
  response: Type.Object({
    ...about,
    response: Type.Object({
      clientDataJSON: text,
      authenticatorData: text,
      signature: text,
      userHandle: Type.Optional(Type.Union([text, Type.Null()])),
    }),
  }),
})

export const PasskeyParams = Type.Object({ passkey: Type.String({ format: 'uuid' }) })
