import { Flow } from './flow.ts'
import { type LeftOut, leftOut, warningsOf } from './left-out.ts'
import type { ExtractionWarning } from './model.ts'
import { type Attributes, type Visitor, walkMarkup } from './walk-markup.ts'

type Close = (reader: OdtText) => void
type Open = (reader: OdtText, attributes: Attributes) => boolean

const passOver: Open = () => false
const mostSpaces = 100

function spaces({ flow }: OdtText, attributes: Attributes): boolean {
  flow.exactly(' '.repeat(Math.min(mostSpaces, Math.max(1, Number(attributes['text:c']) || 1))))
  return false
}

function paragraph(reader: OdtText, attributes: Attributes): boolean {
  // A text box stands inside a paragraph and brings its own.
  reader.flow.endParagraph()
  if (reader.isHidden(attributes)) return false
  reader.paragraphs += 1
  return true
}

/** OpenDocument 1.3, part 3: what each element means for one who reads the text from start to end. */
const opening = new Map<string, Open>(
  Object.entries<Open>({
    'text:p': paragraph,
    'text:h': paragraph,
    'text:span': (reader, attributes) => !reader.isHidden(attributes),
    'text:section': (reader, attributes) => attributes['text:display'] !== 'none' || reader.hide(),
    'text:hidden-text': (reader) => reader.hide(),
    'text:s': spaces,
    'text:tab': ({ flow }) => {
      flow.exactly('\t')
      return false
    },
    'text:line-break': ({ flow }) => {
      flow.endLine()
      return false
    },
    'text:note-body': (reader) => {
      reader.flow.openNote()
      return true
    },
    'text:note-citation': passOver,
    'text:tracked-changes': (reader) => {
      reader.inChanges = true
      return true
    },
    'office:annotation': (reader) => {
      reader.found.comments += 1
      return false
    },
    'draw:image': (reader) => {
      reader.found.pictures += 1
      return true
    },
    'svg:title': passOver,
    'svg:desc': passOver,
    'text:ruby-text': passOver,
    'office:forms': passOver,
    'office:scripts': passOver,
  }),
)

const closing = new Map<string, Close>(
  Object.entries<Close>({
    'text:p': (reader) => reader.endParagraph(),
    'text:h': (reader) => reader.endParagraph(),
    'text:note-body': ({ flow }) => {
      flow.endParagraph()
      flow.closeNote()
    },
    'text:tracked-changes': (reader) => {
      reader.inChanges = false
    },
  }),
)

class OdtText implements Visitor {
  readonly flow = new Flow()
  readonly found: LeftOut = leftOut()
  /** How many paragraphs are open: between them stands white space that nobody meant. */
  paragraphs = 0
  /** What was deleted is kept in a list at the start, away from where it stood. */
  inChanges = false
  readonly #hiddenStyles = new Set<string>()
  #style = ''

  isHidden(attributes: Attributes): boolean {
    return this.#hiddenStyles.has(attributes['text:style-name'] ?? '') && !this.hide()
  }

  /** Answers false: nothing in there is text. */
  hide(): false {
    this.found.hidden = true
    return false
  }

  open(name: string, attributes: Attributes): boolean {
    if (name === 'style:style') this.#style = attributes['style:name'] ?? ''
    if (name === 'style:text-properties' && attributes['text:display'] === 'none')
      this.#hiddenStyles.add(this.#style)
    if (this.inChanges) return this.#openChange(name)
    return opening.get(name)?.(this, attributes) ?? !name.endsWith('-source')
  }

  #openChange(name: string): boolean {
    if (name === 'text:deletion' || name === 'text:insertion') this.found.changes = true
    return name === 'text:changed-region'
  }

  close(name: string): void {
    closing.get(name)?.(this)
  }

  endParagraph(): void {
    this.flow.endParagraph()
    this.paragraphs -= 1
  }

  text(words: string): void {
    if (this.paragraphs > 0) this.flow.words(words)
  }
}

type Read = { text: string; warnings: ExtractionWarning[] } | { refused: 'damaged' | 'built-to-overload' }

/** The text of an OpenDocument from its two parts that say anything of it. */
export function readOdt(content: string, styles: string): Read {
  const reader = new OdtText()
  const common: Visitor = {
    open: (name, attributes) =>
      /^(?:office:|style:style|style:text-prop)/.test(name) && reader.open(name, attributes),
    close: () => {},
    text: () => {},
  }
  for (const walk of [
    walkMarkup(styles, common, { xml: true }),
    walkMarkup(content, reader, { xml: true }),
  ]) {
    if (walk !== 'whole') return { refused: walk }
  }
  return { text: reader.flow.text(), warnings: warningsOf(reader.found) }
}
