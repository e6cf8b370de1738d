import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

/** Passkeys belong to the host in the installation's address, and to no other. */
export const hostOf = (origin: string): string => new URL(origin).hostname

/** The challenge that an answer says it signed; what is no answer names none. */
export function challengeIn(answer: { response?: { clientDataJSON?: unknown } }): string | undefined {
  try {
    const text = Buffer.from(String(answer.response?.clientDataJSON), 'base64url').toString('utf8')
    const { challenge } = JSON.parse(text) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** Whether the device made this key for this host; the checks of WebAuthn level 3, §7.1. */
export async function checkNew(response: RegistrationResponseJSON, challenge: string, origin: string) {
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: hostOf(origin) }
  try {
    const checked = await verifyRegistrationResponse({
      response,
      ...expected,
      requireUserVerification: false,
    })
    return checked.verified ? checked.registrationInfo.credential : undefined
  } catch {
    return undefined
  }
}

interface Kept {
  credential: string
  publicKey: Buffer
  counter: number
}

/** The counter of a device that proved it holds this key, here and now (§7.2); nothing where it did not. */
export async function checkKnown(
  response: AuthenticationResponseJSON,
  { credential: id, publicKey, counter }: Kept,
  challenge: string,
  origin: string,
): Promise<number | undefined> {
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: hostOf(origin) }
  try {
    const checked = await verifyAuthenticationResponse({
      response,
      ...expected,
      credential: { id, publicKey: new Uint8Array(publicKey), counter: Number(counter) },
      requireUserVerification: false,
    })
    return checked.verified ? checked.authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
