const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The escape at a place behind a backslash: what it says, and how long it is. */
function readEscape(text: string, at: number): { said: string; length: number } {
  const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0]
  if (octal) return { said: String.fromCharCode(Number.parseInt(octal, 8) & 0xff), length: octal.length }
  const sign = text.charAt(at)
  if (sign === '\r' || sign === '\n') return { said: '', length: text.startsWith('\r\n', at) ? 2 : 1 }
  return { said: escapes[sign] ?? sign, length: 1 }
}

/** The string that begins behind a bracket; answers where it ends. */
function readLiteral(text: string, from: number): { said: string; end: number } {
  let [said, depth, at] = ['', 1, from]
  for (; at < text.length && depth > 0; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\\') {
      const escaped = readEscape(text, at + 1)
      said += escaped.said
      at += escaped.length
      continue
    }
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth > 0) said += sign
  }
  return { said, end: at }
}

const digits = /[0-9a-fA-F\s]*>/y

function readDigits(text: string, from: number): { said: string; end: number } | undefined {
  digits.lastIndex = from
  const found = digits.exec(text)?.[0]
  if (found === undefined) return undefined
  const hex = found.slice(0, -1).replace(/\s/g, '')
  return {
    said: Buffer.from(hex.padEnd(hex.length + (hex.length % 2), '0'), 'hex').toString('latin1'),
    end: from + found.length,
  }
}

/** The strings of a part of a PDF, as bytes, in their order (ISO 32000-1, 7.3.4). */
export function* stringsIn(text: string): Generator<string> {
  const opening = /[(<]/g
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const at = found.index + 1
    const read = found[0] === '(' ? readLiteral(text, at) : readDigits(text, at)
    if (!read) continue
    yield read.said
    opening.lastIndex = read.end
  }
}

/** What a string says to a reader: in two-byte units or UTF-8 where its first bytes say so. */
export function textOfString(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1')
  const even = buffer.subarray(2, buffer.length - (buffer.length % 2))
  if (bytes.startsWith('\u00fe\u00ff')) return Buffer.from(even).swap16().toString('utf16le')
  if (bytes.startsWith('\u00ff\u00fe')) return even.toString('utf16le')
  return bytes.startsWith('\u00ef\u00bb\u00bf') ? buffer.toString('utf8') : bytes
}
