import { inflateRawSync, inflateSync } from 'node:zlib'

/** How deep archives within archives are opened. */
const DEEPEST = 3
const MOST = { maxOutputLength: 30_000_000 }

/** Letters and digits alone, so that nothing is missed for a space, an accent or a mark between. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')

const fromCode = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
const units = (bytes: Buffer, from: number, little: boolean): string => {
  const even = Buffer.from(bytes.subarray(from, bytes.length - ((bytes.length - from) % 2)))
  return (little ? even : even.swap16()).toString('utf16le')
}

function undone(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code) => fromCode(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code) => fromCode(Number(code)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => fromCode(Number.parseInt(code, 16)))
    .replace(/\\u(-?\d{1,6}) ?\??/g, (_, code) => String.fromCharCode(Number(code) & 0xffff))
    .replace(/\\'([0-9a-f]{2})/gi, (_, code) => fromCode(Number.parseInt(code, 16)))
    .replace(/\\([0-7]{3})/g, (_, code) => fromCode(Number.parseInt(code, 8)))
}

function unescapedAddress(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (one) =>
    Buffer.from(one.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}

const namesOfPdf = (text: string) =>
  text.replace(/(?:#[0-9a-f]{2})+/gi, (one) => Buffer.from(one.replaceAll('#', ''), 'hex').toString('utf8'))

/** One text, and what it says to programs that take marks, escapes and entities for what they mean. */
function readings(text: string): string[] {
  const plain = undone(text)
  const unmarked = plain.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, '')
  const rich = plain.replace(/\{\\\*[^{}]*\}/g, '').replace(/\\[a-z]+-?\d* ?|[{}]/g, '')
  const moved = plain.replace(/\)\s*-?\d+(?:\.\d+)?\s*\(/g, '')
  return [text, plain, unmarked, rich, moved, unescapedAddress(plain), namesOfPdf(plain)]
}

function attempt(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()]
  } catch {
    return []
  }
}

function* placesOf(bytes: Buffer, mark: string): Generator<number> {
  for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 1, 'latin1'))
    yield at
}

/** Every entry that begins anywhere, whether a list names it or not. */
function entriesIn(bytes: Buffer): Buffer[] {
  return [...placesOf(bytes, 'PK\u0003\u0004')].flatMap((at) => {
    if (at + 30 > bytes.length) return []
    const [packed, named, extra] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ]
    const body = bytes.subarray(at + 30 + named + extra)
    const size = bytes.readUInt32LE(at + 18)
    const name = bytes.subarray(at + 30, at + 30 + named)
    return [name, ...(packed === 0 ? [body.subarray(0, size)] : attempt(() => inflateRawSync(body, MOST)))]
  })
}

/** Whatever unpacks from anywhere. */
const streamsIn = (bytes: Buffer): Buffer[] =>
  ['\u0078\u009c', '\u0078\u0001', '\u0078\u00da', '\u0078\u005e'].flatMap((mark) =>
    [...placesOf(bytes, mark)]
      .slice(0, 400)
      .flatMap((at) => attempt(() => inflateSync(bytes.subarray(at), MOST))),
  )

const digitsIn = (text: string): Buffer[] =>
  (text.match(/[0-9a-f](?:\s?[0-9a-f]){7,}/gi) ?? []).map((one) => Buffer.from(one.replace(/\s/g, ''), 'hex'))
const lettersIn = (text: string): Buffer[] =>
  (text.match(/[a-z0-9+/]{12,}={0,2}/gi) ?? []).map((one) => Buffer.from(one, 'base64'))

/** All that bytes may be read as, by nothing that the product has written. */
export function* viewsOf(bytes: Buffer, depth = 0): Generator<string> {
  const narrow = bytes.toString('latin1')
  for (const text of [bytes.toString('utf8'), narrow]) yield* readings(text)
  for (const [from, little] of [
    [0, true],
    [1, true],
    [0, false],
    [1, false],
  ] as const)
    yield units(bytes, from, little)
  if (depth >= DEEPEST) return
  const inside = [...entriesIn(bytes), ...streamsIn(bytes), ...digitsIn(narrow), ...lettersIn(narrow)]
  for (const one of inside) yield* viewsOf(one, depth + 1)
}
