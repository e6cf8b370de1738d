import { Flow } from './flow.ts'
import { type LeftOut, leftOut, warningsOf } from './left-out.ts'
import type { ExtractionWarning } from './model.ts'
import { decodeLetters, isUnknownPage, pageOfCharset } from './rtf-letters.ts'
import { type RtfSink, readTokens } from './rtf-tokens.ts'
import { characters, entered, paragraphEnds, passedOver, symbols } from './rtf-words.ts'

/** What holds within a group and ends with it. */
interface Group {
  over: boolean
  /** How many letters stand after `\u` for readers that do not know it. */
  fallback: number
  font: number | undefined
  hidden: boolean
  deleted: boolean
  starred: boolean
  fonts: boolean
  note: boolean
  /** `\upr` holds the same text twice; the one in Unicode is marked by `\ud`. */
  twice: boolean
}

const outermost: Group = {
  over: false,
  fallback: 1,
  font: undefined,
  hidden: false,
  deleted: false,
  starred: false,
  fonts: false,
  note: false,
  twice: false,
}

const deepest = 10_000

type Act = (reader: RtfText, value: number | undefined) => void

const isOn = (value: number | undefined): boolean => value !== 0

const acts = new Map<string, Act>(
  Object.entries<Act>({
    ansicpg: (reader, value) => reader.usePage(value ?? 1252),
    mac: (reader) => reader.usePage(10_000),
    pc: (reader) => reader.usePage(437),
    pca: (reader) => reader.usePage(850),
    deff: (reader, value) => reader.useStandardFont(value),
    f: ({ group }, value) => {
      group.font = value
    },
    fcharset: (reader, value) => reader.describeFont(value),
    uc: ({ group }, value) => {
      group.fallback = Math.max(0, value ?? 1)
    },
    u: (reader, value) => reader.unit(value ?? 0),
    v: ({ group }, value) => {
      group.hidden = isOn(value)
    },
    deleted: (reader, value) => {
      reader.group.deleted = isOn(value)
    },
    revised: (reader, value) => {
      if (isOn(value) && !reader.group.over) reader.found.changes = true
    },
    plain: ({ group }) => {
      group.hidden = false
      group.deleted = false
      group.font = undefined
    },
    line: ({ flow }) => flow.endLine(),
    lbr: ({ flow }) => flow.endLine(),
    upr: ({ group }) => {
      group.twice = true
    },
    footnote: ({ group, flow }) => {
      group.note = true
      flow.openNote()
    },
  }),
)

/** These hold in groups that are passed over, too. */
const always = new Set(['uc', 'f', 'fcharset'])

class RtfText implements RtfSink {
  readonly flow = new Flow()
  readonly found: LeftOut = leftOut()
  group: Group = { ...outermost }
  readonly #outer: Group[] = []
  readonly #fonts = new Map<number, number>()
  #page = 1252
  #standardFont: number | undefined
  #letters: Buffer = Buffer.alloc(1024)
  #length = 0
  #toSkip = 0
  why: 'built-to-overload' | 'damaged' | undefined = 'damaged'
  assumed = false

  open(): boolean {
    this.#settle()
    this.#outer.push(this.group)
    const { over, twice } = this.group
    this.group = { ...this.group, over: over || twice, starred: false, note: false, twice: false }
    if (this.#outer.length <= deepest) return true
    this.why = 'built-to-overload'
    return false
  }

  close(): boolean {
    this.#settle()
    if (this.group.note) {
      this.flow.endParagraph()
      this.flow.closeNote()
    }
    this.group = this.#outer.pop() ?? this.group
    if (this.#outer.length > 0) return true
    this.why = undefined
    return false
  }

  word(name: string, value: number | undefined): void {
    if (this.#toSkip > 0 && name !== 'u') {
      this.#toSkip -= 1
      return
    }
    this.#settle()
    const starred = this.group.starred
    this.group.starred = false
    this.#enter(name, starred)
    if (this.group.over && !always.has(name)) return
    this.#say(name)
    acts.get(name)?.(this, value)
  }

  #say(name: string): void {
    const character = characters.get(name)
    if (character !== undefined) this.#put(character)
    if (paragraphEnds.has(name) && this.#isShown(' ')) this.flow.endParagraph()
  }

  #enter(name: string, starred: boolean): void {
    const { group } = this
    if (name === 'ud' && !this.#outer.at(-1)?.over) group.over = false
    if (group.over) return
    if (name === 'fonttbl') group.fonts = true
    if (name === 'pict') this.found.pictures += 1
    if (name === 'annotation') this.found.comments += 1
    group.over = passedOver.has(name) || (starred && !entered.has(name))
  }

  symbol(character: string): void {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1
      return
    }
    this.#settle()
    if (character === '*') this.group.starred = true
    if (this.group.over) return
    if (character === '\n' || character === '\r') this.flow.endParagraph()
    const said = symbols.get(character)
    if (said !== undefined) this.#put(said)
  }

  letters(bytes: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, bytes.length)
    this.#toSkip -= skipped
    if (!this.group.over && skipped < bytes.length) this.#keep(bytes.subarray(skipped))
  }

  #keep(bytes: Uint8Array): void {
    const length = this.#length + bytes.length
    if (length > this.#letters.length)
      this.#letters = Buffer.concat([this.#letters.subarray(0, this.#length)], length * 2)
    this.#letters.set(bytes, this.#length)
    this.#length = length
  }

  /** A letter of one page may take two bytes, which come one by one: they are read once the run of letters ends. */
  #settle(): void {
    this.#toSkip = 0
    if (this.#length === 0) return
    const bytes = this.#letters.subarray(0, this.#length)
    this.#length = 0
    const page = this.#fonts.get(this.group.font ?? this.#standardFont ?? -1) ?? this.#page
    if (isUnknownPage(page) && bytes.some((byte) => byte > 0x7f)) this.assumed = true
    this.#put(decodeLetters(bytes, page))
  }

  unit(value: number): void {
    this.#put(String.fromCharCode(value & 0xffff))
    this.#toSkip = this.group.fallback
  }

  #put(text: string): void {
    if (this.#isShown(text)) this.flow.exactly(text)
  }

  #isShown(text: string): boolean {
    const { hidden, deleted } = this.group
    if (deleted) this.found.changes = true
    if (hidden && /\S/.test(text)) this.found.hidden = true
    return !deleted && !hidden
  }

  usePage(page: number): void {
    this.#page = page
  }

  useStandardFont(font: number | undefined): void {
    this.#standardFont = font
  }

  describeFont(charset: number | undefined): void {
    const page = pageOfCharset(charset ?? 1)
    // Fonts of the Western set follow the page of the whole document, as those do that name none.
    if (this.group.fonts && this.group.font !== undefined && page !== undefined && charset !== 0)
      this.#fonts.set(this.group.font, page)
  }
}

type Read = { text: string; warnings: ExtractionWarning[] } | { refused: 'damaged' | 'built-to-overload' }

/** The text of an RTF document: a file whose groups do not all end was cut short. */
export function readRtf(bytes: Buffer): Read {
  const reader = new RtfText()
  readTokens(bytes, reader)
  if (reader.why) return { refused: reader.why }
  const assumed = reader.assumed ? [{ kind: 'encoding-assumed', encoding: 'windows-1252' } as const] : []
  return { text: reader.flow.text(), warnings: [...assumed, ...warningsOf(reader.found)] }
}
