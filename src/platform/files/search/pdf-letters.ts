/** Which letters the codes of a font stand for. */
export interface Letters {
  /** Bytes of a code. */
  length: number
  byCode: ReadonlyMap<number, string>
}

const MOST_OF_RANGE = 65_536

const units = (hex: string): string => {
  const bytes = Buffer.from(hex.padStart(4, '0').slice(0, hex.length - (hex.length % 4) || 4), 'hex')
  return bytes.swap16().toString('utf16le')
}
const next = (text: string, by: number): string =>
  text.slice(0, -1) + String.fromCharCode(((text.charCodeAt(text.length - 1) || 0) + by) & 0xffff)

function addRange(byCode: Map<number, string>, from: number, to: number, said: string): void {
  if (to - from > MOST_OF_RANGE) return
  const list = [...said.matchAll(/<([0-9a-f\s]*)>/gi)].map(([, hex = '']) => units(hex.replace(/\s/g, '')))
  for (let code = from; code <= to; code += 1) {
    const text = said.startsWith('[') ? list[code - from] : next(list[0] ?? '', code - from)
    if (text) byCode.set(code, text)
  }
}

const one = /<([0-9a-f]{1,8})>\s*<([0-9a-f\s]{1,200})>/gi
const range = /<([0-9a-f]{1,8})>\s*<([0-9a-f]{1,8})>\s*(<[0-9a-f\s]{1,200}>|\[[^\]]*\])/gi

const sections = (text: string, name: string) =>
  text
    .split(`begin${name}`)
    .slice(1)
    .map((part) => part.split(`end${name}`)[0] ?? '')

/** Reads the table by which a font's codes are turned back into letters (ISO 32000-1, 9.10.3). */
export function readLetters(text: string): Letters {
  const byCode = new Map<number, string>()
  let length = 1
  const code = (hex: string) => {
    length = Math.max(length, Math.ceil(hex.length / 2))
    return Number.parseInt(hex, 16)
  }
  for (const part of sections(text, 'bfchar'))
    for (const [, from = '', said = ''] of part.matchAll(one))
      byCode.set(code(from), units(said.replace(/\s/g, '')))
  for (const part of sections(text, 'bfrange'))
    for (const [, from = '', to = '', said = ''] of part.matchAll(range))
      addRange(byCode, code(from), code(to), said)
  return { length, byCode }
}

/** What strings say in a font. */
export function inFont(strings: readonly string[], { length, byCode }: Letters): string {
  let text = ''
  for (const bytes of strings) {
    for (let at = 0; at + length <= bytes.length; at += length) {
      let code = 0
      for (let i = 0; i < length; i += 1) code = code * 256 + bytes.charCodeAt(at + i)
      text += byCode.get(code) ?? ''
    }
    text += '\n'
  }
  return text
}
