import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/** Everything of a file that can be searched for words, seen and unseen; or that some of it cannot. */
export interface Looked {
  searchable: string[]
  unsearchable: boolean
}

const DEEPEST = 3

/** How much may still be unpacked, of the whole file and all that lies in it. */
interface Room {
  bytes: number
}

const startsWith = (bytes: Uint8Array, head: string) =>
  Buffer.from(bytes.subarray(0, 8)).toString('latin1').startsWith(head)

function joined(all: readonly Looked[]): Looked {
  return {
    searchable: all.flatMap(({ searchable }) => searchable),
    unsearchable: all.some(({ unsearchable }) => unsearchable),
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Its words as they are read, without the marks between their letters; then each value that stands in a mark. */
function ofMarkup(text: string): string[] {
  const breaks = text.replace(/<\/?(?:\w+:)?(?:p|br|h|tab|tr|tc|td|li|div|h[1-6]|cr)\b[^<>]*>/gi, '\n')
  const values = [...text.matchAll(/="([^"]*)"|='([^']*)'/g)].map(([, a, b]) => a ?? b ?? '')
  return [
    decodeEntities(breaks.replace(/<[^<>]*>/g, '')),
    decodeEntities(values.join('\n')),
    decodeEntities(text),
  ]
}

function ofPlain(bytes: Uint8Array): Looked {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)
  const isText = !text.includes('\0')
  const narrow = Buffer.from(bytes).toString('latin1')
  if (!isText) return { searchable: narrow.match(/[\t -~\u00a0-\u00ff]{6,}/g) ?? [], unsearchable: true }
  return { searchable: [text, narrow, ...(text.includes('<') ? ofMarkup(text) : [])], unsearchable: false }
}

function ofRtf(bytes: Uint8Array): Looked {
  const raw = Buffer.from(bytes).toString('latin1')
  const text = raw
    .replace(/\\'([0-9a-f]{2})/gi, (_, hex) => Buffer.from(hex, 'hex').toString('latin1'))
    .replace(/\\u(-?\d{1,6})\s?\??/g, (_, code) => String.fromCharCode(Number(code) & 0xffff))
    .replace(/\\(?:par|line|tab|cell|row)\b ?/g, '\n')
    .replace(/\\[a-z]+-?\d* ?|[{}]/g, '')
  return { searchable: [raw, text], unsearchable: /\\(?:pict|object)\b/.test(raw) }
}

function ofZip(bytes: Uint8Array, depth: number, room: Room): Looked {
  let over = false
  const entries = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      room.bytes -= originalSize
      over ||= room.bytes < 0
      return !over
    },
  })
  const found = Object.entries(entries).map(([name, inside]): Looked => {
    const looked = lookThrough(inside, depth + 1, room)
    return { ...looked, searchable: [name, ...looked.searchable] }
  })
  return joined([...found, { searchable: [], unsearchable: over }])
}

/** UTF-16 in strings and hex strings, as bookmarks and properties are often written. */
function ofPdfStrings(raw: string): string[] {
  const hex = [...raw.matchAll(/<([0-9a-f\s]{4,})>/gi)].map(([, digits = '']) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1'),
  )
  const all = [raw, ...hex].map((one) =>
    one.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
  )
  const wide = all.map((one) => one.replace(/\0/g, ''))
  const utf8 = Buffer.from(raw, 'latin1').toString('utf8')
  return [all.join('\n').replace(/\0/g, ' '), wide.join('\n'), utf8]
}

function inflated(stream: Buffer, most: number): string | undefined {
  if (most <= 0) return undefined
  try {
    return inflateSync(stream, { maxOutputLength: most }).toString('latin1')
  } catch {
    return undefined
  }
}

/** The bodies of its streams, and what stands between them. */
function streamsOf(raw: string): { bodies: string[]; outside: string } {
  const bodies: string[] = []
  const between: string[] = []
  let from = 0
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', from)) {
    const end = raw.indexOf('endstream', at + 6)
    if (end < 0) break
    between.push(raw.slice(from, at))
    bodies.push(raw.slice(at + 6, end).replace(/^\r?\n/, ''))
    from = end + 'endstream'.length
  }
  return { bodies, outside: [...between, raw.slice(from)].join('\n') }
}

// Encryption, files within, and packings other than the one that is unpacked here; a save kept beneath a later one.
const hiding =
  /\/(?:Encrypt|EmbeddedFile|ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85|LZW|RL)\b/

function isSavedOver(raw: string): boolean {
  return !raw.includes('/Linearized') && (raw.match(/%%EOF/g)?.length ?? 0) > 1
}

function ofPdf(bytes: Uint8Array, room: Room): Looked {
  const raw = Buffer.from(bytes).toString('latin1')
  const { bodies, outside } = streamsOf(raw)
  let unsearchable = hiding.test(raw) || isSavedOver(raw)
  const streams = bodies.map((body) => {
    const plain = inflated(Buffer.from(body, 'latin1'), room.bytes)
    room.bytes -= plain?.length ?? 0
    if (plain === undefined && /[^\t-\r -~]/.test(body)) unsearchable = true
    return plain ?? body
  })
  unsearchable ||= [outside, ...streams].some((one) => /\/Subtype\s*\/Image\b|\/EmbeddedFile\b/.test(one))
  return { searchable: [outside, ...streams].flatMap(ofPdfStrings), unsearchable }
}

/** All words in a file's bytes that a program can find: hidden ones, properties, notes, what lies in archives. */
export function lookThrough(bytes: Uint8Array, depth = 0, room: Room = { bytes: 100 * 1024 * 1024 }): Looked {
  try {
    if (depth > DEEPEST) return { searchable: [], unsearchable: true }
    if (startsWith(bytes, 'PK')) return ofZip(bytes, depth, room)
    if (startsWith(bytes, '%PDF')) return ofPdf(bytes, room)
    return startsWith(bytes, '{\\rtf') ? ofRtf(bytes) : ofPlain(bytes)
  } catch {
    return { searchable: [], unsearchable: true }
  }
}
