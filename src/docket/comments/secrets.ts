import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Crockford's letters: none is taken for another when read out or typed. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The letter for the five bits from this one on. */
function letterAt(bytes: Buffer, bit: number): string {
  const pair = bytes.readUInt16BE(bit >> 3)
  return letters.charAt((pair >> (11 - (bit & 7))) & 31)
}

/** Twenty letters carry 100 bits, in groups that a person can copy from paper. */
function written(bytes: Buffer): string {
  let text = ''
  for (let bit = 0; bit < 100; bit += 5) text += (bit > 0 && bit % 25 === 0 ? '-' : '') + letterAt(bytes, bit)
  return text
}

/** What a person typed, as it was written down: case, hyphens and look-alikes do not matter. */
export function readCode(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (bare.length !== 20 || [...bare].some((letter) => !letters.includes(letter))) return undefined
  return [0, 5, 10, 15].map((from) => bare.slice(from, from + 5)).join('-')
}

export function newCode(): string {
  return written(randomBytes(14))
}

/** 256 random bits for a link in a letter. */
export const newLinkSecret = (): string => randomBytes(32).toString('base64url')

/** The key made with a form or by a program; whoever holds it holds the comment that is sent with it. */
export function newIdempotencyKey(): string {
  return randomBytes(18).toString('base64url')
}

/**
 * The comment key follows from the idempotency key, so that the answer to a second click still tells it;
 * the database holds neither, only what each hashes to.
 */
export function commentKeyOf(requestId: string, idempotencyKey: string): string {
  return written(hash('sha256', `parley comment key\0${requestId}\0${idempotencyKey}`, 'buffer'))
}

/** What is stored of an idempotency key: enough to know it again, and nothing to make the comment key of. */
export function storedIdempotencyKey(requestId: string, idempotencyKey: string): string {
  return hash('sha256', `parley idempotency key\0${requestId}\0${idempotencyKey}`, 'base64url')
}

export function hashOfCode(code: string): Buffer {
  return hash('sha256', `parley code\0${code}`, 'buffer')
}

/** Compares in the same time whether there is such a comment or not. */
export function isKeyOf(typed: string, stored: Buffer | null | undefined): boolean {
  const code = readCode(typed)
  const same = timingSafeEqual(hashOfCode(code ?? ''), stored ?? Buffer.alloc(32))
  return same && code !== undefined && stored?.length === 32
}
