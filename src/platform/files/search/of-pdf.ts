import { inflateSync } from 'node:zlib'
import type { Looked, LookWithin, Room } from './looked.ts'
import { ofText, unescaped } from './of-text.ts'
import { inFont, type Letters, readLetters } from './pdf-letters.ts'
import { stringsIn, textOfString } from './pdf-strings.ts'

function inflated(stream: Buffer, most: number): string | undefined {
  if (most <= 0) return undefined
  try {
    return inflateSync(stream, { maxOutputLength: most }).toString('latin1')
  } catch {
    return undefined
  }
}

interface Stream {
  /** What its dictionary says of it. */
  about: string
  body: string
}

/** Its streams, and what stands between them. */
function streamsOf(raw: string): { streams: Stream[]; outside: string } {
  const streams: Stream[] = []
  const between: string[] = []
  let from = 0
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', from)) {
    const end = raw.indexOf('endstream', at + 6)
    if (end < 0) break
    const before = raw.slice(from, at)
    between.push(before)
    streams.push({
      about: namesRead(before.slice(Math.max(0, before.lastIndexOf('obj'))).slice(-5000)),
      body: raw.slice(at + 6, end).replace(/^\r?\n/, ''),
    })
    from = end + 'endstream'.length
  }
  return { streams, outside: [...between, raw.slice(from)].join('\n') }
}

/** Names may write any letter as a number. */
const namesRead = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

// Encryption, files within, and packings other than the one that is unpacked here; a save kept beneath a later one.
const hiding =
  /\/(?:Encrypt|EmbeddedFile|ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85|LZW|RL)\b/
const picture = /\/Subtype\s*\/Image\b|\/EmbeddedFile\b/

function isSavedOver(raw: string): boolean {
  return !raw.includes('/Linearized') && (raw.match(/%%EOF/g)?.length ?? 0) > 1
}

const countOf = (texts: readonly string[], pattern: RegExp) =>
  texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)

/** A font whose codes nobody turns into letters. */
const hasMuteFont = (texts: readonly string[]) =>
  countOf(texts, /\/Subtype\s*\/Type0\b/g) > countOf(texts, /\/ToUnicode\b/g)

/** Rows of bytes that are told by how they differ from the row above. */
const isFiltered = ({ about }: Stream) =>
  /\/Predictor\s+(?:2|1[0-5])\b/.test(about) && !/\/Type\s*\/XRef\b/.test(about)

/** What a part says: as it stands, by its strings, and by these in each of the fonts. */
function sayings(part: string, fonts: readonly Letters[]): string[] {
  const strings = [...stringsIn(part)]
  const said = strings.map(textOfString).join('\n')
  const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8')
  const drawn = /\bT[jJ]\b|['"]/.test(part) ? fonts.map((font) => inFont(strings, font)) : []
  const read = [said, strings.map(utf8).join('\n'), utf8(namesRead(part)), namesRead(part), ...drawn]
  return [...read, ...unescaped(said)].map((one) => one.replaceAll('\0', ''))
}

/** Beyond it the strings of a document are not read in each of its fonts. */
const MOST_READ = 200_000_000

/** What was written behind the end of the document. */
function behind(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('%%EOF')
  const rest = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 5)
  return /[^\s\0]/.test(rest.toString('latin1')) ? rest : Buffer.alloc(0)
}

function unpackAll(streams: readonly Stream[], room: Room): { texts: string[]; unsearchable: boolean } {
  let unsearchable = streams.some(isFiltered)
  const texts = streams.map(({ body }) => {
    const plain = inflated(Buffer.from(body, 'latin1'), room.bytes)
    room.bytes -= plain?.length ?? 0
    if (plain === undefined && /[^\t-\r -~]/.test(body)) unsearchable = true
    return plain ?? body
  })
  return { texts, unsearchable }
}

const isMarkup = (text: string) => /^[\s\u00ef\u00bb\u00bf]*</.test(text.slice(0, 100))

/** Everything that a PDF says: its streams, what stands between them, and what was added behind its end. */
export function ofPdf(bytes: Buffer, within: LookWithin, room: Room): Looked {
  const raw = bytes.toString('latin1')
  const { streams, outside } = streamsOf(raw)
  const { texts, unsearchable } = unpackAll(streams, room)
  const parts = [outside, ...texts]
  const fonts = texts.filter((text) => text.includes('begincmap')).map(readLetters)
  const tooMuch = fonts.length * parts.reduce((sum, { length }) => sum + length, 0) > MOST_READ
  const markup = texts.filter(isMarkup).map((text) => ofText(Buffer.from(text, 'latin1'), within, room))
  const rest = behind(bytes)
  const looked = rest.length > 0 ? [within(rest)] : []
  return {
    searchable: [
      ...parts.flatMap((part) => sayings(part, tooMuch ? [] : fonts)),
      ...[...markup, ...looked].flatMap(({ searchable }) => searchable),
    ],
    unsearchable: [
      unsearchable,
      tooMuch,
      rest.length > 0,
      isSavedOver(raw),
      hasMuteFont(parts),
      hiding.test(namesRead(raw)),
      parts.some((part) => picture.test(namesRead(part))),
    ].some(Boolean),
  }
}
