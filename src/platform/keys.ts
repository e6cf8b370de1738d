import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** What only this installation knows. */
export interface Keys {
  /** Signs cookies and form tokens. */
  cookieSecret: Buffer
  /** Ed25519: signs checkpoints and promises; whoever has it can speak for this log. */
  logKey: KeyObject
}

/** Thrown when a key must not be used as it lies there. */
export class UnsafeKey extends Error {
  override name = 'UnsafeKey'
}

/** Makes a key once; of two processes that start at the same time, both end with the same one. */
function makeOnce(file: string, make: () => string): void {
  if (existsSync(file)) return
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, make(), { mode: 0o600, flush: true })
  try {
    linkSync(mine, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

function readPrivate(file: string): string {
  if (process.platform !== 'win32' && statSync(file).mode & 0o077) {
    throw new UnsafeKey(`Others can read the key ${file}. Run: chmod 600 '${file}'`)
  }
  return readFileSync(file, 'utf8').trim()
}

/** A key that somebody else gave, where there is one; it must be ours alone to read. */
export const readGivenKey = (file: string): string | undefined =>
  existsSync(file) ? readPrivate(file) || undefined : undefined

/** A key that a person typed or a manual printed repeats itself; 32 random bytes hardly ever do. */
function assertRandom(file: string, bytes: Buffer): Buffer {
  if (bytes.length >= 32 && new Set(bytes).size >= 16) return bytes
  throw new UnsafeKey(`The key ${file} is too weak. Move it away, and the next start makes a new one.`)
}

function parseLogKey(file: string, text: string): KeyObject {
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, in words for the person who can mend it.
  }
  throw new UnsafeKey(
    `The key ${file} is no Ed25519 private key in PEM. Put the right one back from your backup.`,
  )
}

function makeLogKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

/** Reads the installation's keys, and makes those that are not there yet. */
export function loadKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const [cookieFile, logFile] = [join(folder, 'cookie-secret.hex'), join(folder, 'log-key.pem')]
  makeOnce(cookieFile, () => `${randomBytes(32).toString('hex')}\n`)
  makeOnce(logFile, makeLogKey)
  const cookieSecret = assertRandom(cookieFile, Buffer.from(readPrivate(cookieFile), 'hex'))
  const logKey = parseLogKey(logFile, readPrivate(logFile))
  assertRandom(logFile, Buffer.from(logKey.export({ format: 'jwk' }).d ?? '', 'base64url'))
  return { cookieSecret, logKey }
}
