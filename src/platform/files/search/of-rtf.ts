import { decodeLetters, pageOfCharset } from '../extract/rtf-letters.ts'
import { type RtfSink, readTokens } from '../extract/rtf-tokens.ts'
import { paragraphEnds } from '../extract/rtf-words.ts'
import { joined, type Looked, type LookWithin, type Room } from './looked.ts'
import { unescaped } from './of-text.ts'

const MOST_PAGES = 4
const ends = new Set([...paragraphEnds, 'line', 'lbr', 'tab'])

/** All letters of an RTF document, whatever their group; and again without the groups that a reader may pass over. */
class Letters implements RtfSink {
  readonly #all: (string | Uint8Array)[] = []
  readonly #body: (string | Uint8Array)[] = []
  readonly pages = new Set([1252])
  #starred: number | undefined
  #depth = 0
  #fallback = 1
  #toSkip = 0

  open(): boolean {
    this.#depth += 1
    this.#toSkip = 0
    return true
  }

  close(): boolean {
    this.#depth -= 1
    this.#toSkip = 0
    if (this.#depth < (this.#starred ?? 0)) this.#starred = undefined
    return true
  }

  word(name: string, value: number | undefined): void {
    if (name === 'u') {
      this.#add(String.fromCharCode((value ?? 0) & 0xffff))
      this.#toSkip = this.#fallback
      return
    }
    if (name === 'uc') this.#fallback = Math.max(0, value ?? 1)
    if (name === 'ansicpg') this.#addPage(value)
    if (name === 'fcharset') this.#addPage(pageOfCharset(value ?? 0))
    if (ends.has(name)) this.#add('\n')
  }

  symbol(character: string): void {
    if (character === '*') this.#starred ??= this.#depth
    else if (this.#toSkip > 0) this.#toSkip -= 1
    else if (character !== '-') this.#add(character === '~' ? ' ' : character)
  }

  letters(bytes: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, bytes.length)
    this.#toSkip -= skipped
    if (skipped < bytes.length) this.#add(bytes.slice(skipped))
  }

  #addPage(page: number | undefined): void {
    if (page !== undefined && this.pages.size < MOST_PAGES) this.pages.add(page)
  }

  #add(one: string | Uint8Array): void {
    this.#all.push(one)
    if (this.#starred === undefined) this.#body.push(one)
  }

  /** The letters as each of the document's code pages has them. */
  texts(): string[] {
    return [this.#all, this.#body].flatMap((parts) => [...this.pages].map((page) => textOf(parts, page)))
  }
}

/** A letter of one page may take two bytes, which may come one by one. */
function textOf(parts: readonly (string | Uint8Array)[], page: number): string {
  const texts: string[] = []
  let run: Uint8Array[] = []
  for (const one of [...parts, '']) {
    if (typeof one !== 'string') run.push(one)
    else {
      texts.push(decodeLetters(Buffer.concat(run), page), one)
      run = []
    }
  }
  return texts.join('')
}

/** Bytes that are written as digits: pictures, objects, what programs keep for themselves. */
function ofDigits(raw: string, within: LookWithin, room: Room): Looked {
  const found = raw.match(/(?:[0-9a-f]{2}[\r\n]*){12,}/gi) ?? []
  return joined(
    found.map((digits) => {
      const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex')
      room.bytes -= bytes.length
      if (room.bytes < 0) return { searchable: [], unsearchable: true }
      const wide = bytes.toString('utf16le').replaceAll('\0', '')
      return joined([within(bytes), { searchable: [wide], unsearchable: false }])
    }),
  )
}

const hiding = /\\(?:pict|object|bin)(?![a-z])|[\p{Cc}--[\t-\r\x7f-\x9f]]/v

export function ofRtf(bytes: Buffer, within: LookWithin, room: Room): Looked {
  const raw = bytes.toString('latin1')
  const letters = new Letters()
  readTokens(bytes, letters)
  const texts = [...letters.texts(), bytes.toString('utf8').replaceAll('\0', '')]
  const inside = ofDigits(raw, within, room)
  return joined([
    { searchable: [...texts, ...texts.flatMap(unescaped)], unsearchable: hiding.test(raw) },
    inside,
  ])
}
