import { decodeHTML } from 'entities'
import { decodeText } from '../../text/decode.ts'
import { joined, type Looked, type LookWithin, type Room } from './looked.ts'

/** Without remarks: they part the letters of a word that is read as one. */
function withoutRemarks(text: string): string {
  const kept: string[] = []
  let from = 0
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) break
    kept.push(text.slice(from, at))
    from = end + 3
  }
  return kept.join('') + text.slice(from)
}

const breaks = /<\/?(?:\w+:)?(?:p|br|h|tab|tr|tc|td|li|div|h[1-6]|cr)\b[^<>]*>/gi
const asRead = (text: string) => decodeHTML(text.replace(breaks, '\n').replace(/<[^<>]*>/g, ''))

/** Its words as they are read, without the marks between their letters; then each value that stands in a mark. */
function ofMarkup(text: string): string[] {
  const values = [...text.matchAll(/="([^"]*)"|='([^']*)'/g)].map(([, a, b]) => a ?? b ?? '')
  const remarks = text.includes('<!--') ? [asRead(withoutRemarks(text))] : []
  return [asRead(text), ...remarks, decodeHTML(values.join('\n')), decodeHTML(text)]
}

/** As addresses, programs and styles write letters that they cannot hold. */
export function unescaped(text: string): string[] {
  const address = text.replace(/(?:%[0-9a-f]{2})+/gi, (one) =>
    Buffer.from(one.replaceAll('%', ''), 'hex').toString('utf8'),
  )
  const program = text.replace(
    /\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})|\\([0-9a-f]{2,6}) ?/gi,
    (whole, ...codes) => {
      const code = Number.parseInt(codes.slice(0, 3).find(Boolean) ?? '', 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
  return [address, program].filter((one) => one !== text)
}

const charset = /(?:<meta\s[^>]{0,300}?charset|<\?xml\s[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i

/** In the letters that a page says it is written in. */
function asDeclared(narrow: string, bytes: Uint8Array): string[] {
  const label = charset.exec(narrow.slice(0, 4096))?.[1]
  if (!label || /^utf-?(?:8|16)/i.test(label)) return []
  try {
    return [new TextDecoder(label).decode(bytes)]
  } catch {
    return []
  }
}

const row = /^\s*[A-Za-z0-9+/]{40,}={0,2}\s*$/

/** Long rows of letters that stand for bytes, put together again. */
function rowsTogether(text: string): string {
  let before = false
  return text
    .split('\n')
    .map((line) => {
      const is = line.length < 1000 && row.test(line)
      const between = is && before ? '' : '\n'
      before = is
      return between + (is ? line.trim() : line)
    })
    .join('')
}

const opening = /(base64,\s*)?[A-Za-z0-9+/]{20}/g
const closing = /[^A-Za-z0-9+/]/g

/** Long runs of letters and digits, and whether they are said to stand for bytes. */
function* packedIn(text: string): Generator<{ letters: string; declared: boolean }> {
  opening.lastIndex = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [before = '', declared = ''] = found
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(text)?.index ?? text.length
    yield {
      letters: text.slice(opening.lastIndex - before.length + declared.length, end),
      declared: declared !== '',
    }
    opening.lastIndex = end
  }
}

/** What letters stand for that hold bytes: a picture in a page, a file in a document. */
function ofPacked(text: string, within: LookWithin, room: Room): Looked {
  const all: Looked[] = []
  for (const { letters, declared } of [...packedIn(rowsTogether(text))]) {
    const bytes = Buffer.from(letters, 'base64')
    room.bytes -= bytes.length
    if (room.bytes < 0) return joined([...all, { searchable: [], unsearchable: true }])
    const { searchable, unsearchable } = within(bytes)
    // Any long word may be taken for packed bytes.
    all.push({ searchable, unsearchable: unsearchable && declared })
  }
  return joined(all)
}

const lettersOfOne = '[\\t\\n\\r -~]|[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}'
const inBytes = new RegExp(`(?:${lettersOfOne}){4,100000}`, 'g')
/** The first byte of two in the letters of Europe and of the Near East, and of their marks. */
const first = `[${String.fromCharCode(0)}-${String.fromCharCode(6)}${String.fromCharCode(0x1e, 0x20)}]`
const inPairs = [`(?:[^]${first}){4,100000}`, `(?:${first}[^]){4,100000}`].map(
  (pattern) => new RegExp(pattern, 'g'),
)

/** The words between bytes that are none, in letters of one byte and of two. */
function ofBinary(narrow: string): string[] {
  const single = narrow.match(inBytes) ?? []
  const [little = [], big = []] = inPairs.map((pattern) => narrow.match(pattern) ?? [])
  const bytesOf = (one: string) => Buffer.from(one, 'latin1')
  return [
    single.map((one) => bytesOf(one).toString('utf8')).join('\n'),
    (narrow.match(/[\t -~\u00a0-\u00ff]{6,100000}/g) ?? []).join('\n'),
    little.map((one) => bytesOf(one).toString('utf16le')).join('\n'),
    big.map((one) => bytesOf(one).swap16().toString('utf16le')).join('\n'),
  ].map((one) => one.replaceAll('\0', ''))
}

const control = /[\p{Cc}--[\t-\r\x7f-\x9f]]/v

/** Text of any writing; of what is none, the words that stand between. */
export function ofText(bytes: Uint8Array, within: LookWithin, room: Room): Looked {
  const { text } = decodeText(bytes)
  const narrow = Buffer.from(bytes).toString('latin1')
  if (control.test(text))
    return { searchable: [text.replaceAll('\0', ''), ...ofBinary(narrow)], unsearchable: true }
  const all = [text, ...asDeclared(narrow, bytes)]
  const read = all.flatMap((one) => (one.includes('<') ? ofMarkup(one) : []))
  const escaped = [...all, ...read].flatMap(unescaped)
  const inside = ofPacked(text, within, room)
  return {
    searchable: [...all, narrow, ...read, ...escaped, ...inside.searchable],
    unsearchable: inside.unsearchable,
  }
}
