import { isUtf8 } from 'node:buffer'

/** Thrown for text that is not UTF-8: its letters would be replaced without a word. Carries it as best it can be read. */
export class WrongEncoding extends Error {
  override name = 'WrongEncoding'
  readonly statusCode = 400
  readonly kept: unknown

  constructor(kept: unknown) {
    super('The text is not UTF-8.')
    this.kept = kept
  }
}

type Form = Record<string, string | string[]>

const western = new TextDecoder('windows-1252')

/** The bytes that a name or value of a form stands for. */
function bytesOf(encoded: string): Buffer {
  const plain = encoded
    .replaceAll('+', ' ')
    .replace(/%([\dA-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

/** Repeated fields become arrays, others strings; names like `__proto__` stay plain keys of an object without prototype. */
function formOf(pairs: readonly (readonly Buffer[])[], decode: (bytes: Buffer) => string): Form {
  const form: Form = Object.create(null)
  for (const pair of pairs) {
    const [name = '', value = ''] = pair.map(decode)
    const before = form[name]
    // Pushed, not copied: a form may repeat one name a million times.
    if (Array.isArray(before)) before.push(value)
    else form[name] = before === undefined ? value : [before, value]
  }
  return form
}

/** Reads the body that a form without files sends. */
export function parseForm(body: Buffer): Form {
  const pairs = body
    .toString('latin1')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [bytesOf(pair)] : [bytesOf(pair.slice(0, at)), bytesOf(pair.slice(at + 1))]
    })
  if (!pairs.flat().every(isUtf8)) throw new WrongEncoding(formOf(pairs, (bytes) => western.decode(bytes)))
  return formOf(pairs, (bytes) => bytes.toString('utf8'))
}

/** The text of a body that must be UTF-8. */
export function utf8Text(body: Buffer): string {
  if (!isUtf8(body)) throw new WrongEncoding(western.decode(body))
  return body.toString('utf8')
}
