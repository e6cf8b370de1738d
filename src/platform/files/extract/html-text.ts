import { Flow } from './flow.ts'
import { type HidingRules, hides, isHiddenByRules, readHidingRules } from './hidden-css.ts'
import { type LeftOut, leftOut, warningsOf } from './left-out.ts'
import type { ExtractionWarning } from './model.ts'
import { type Attributes, type Visitor, walkMarkup } from './walk-markup.ts'

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const neverText = wordsOf(
  'script template noscript title svg math iframe object embed canvas audio video select datalist textarea',
)

const blocks = wordsOf(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol p pre section summary table tbody
  td tfoot th thead tr ul`,
)

class HtmlText implements Visitor {
  readonly flow = new Flow()
  readonly found: LeftOut = leftOut()
  readonly #rules: HidingRules = new Set()
  #sheet: string[] | undefined
  #preformatted = 0
  #hiding = false

  open(name: string, attributes: Attributes): boolean {
    if (blocks.has(name)) this.flow.endParagraph()
    if (name === 'br') this.flow.endLine()
    if (name === 'pre') this.#preformatted += 1
    if (name === 'style') this.#sheet = []
    this.#hiding = this.#isHidden(name, attributes)
    if (name === 'img' && !this.#hiding) this.found.pictures += 1
    return !this.#hiding && !neverText.has(name)
  }

  #isHidden(name: string, attributes: Attributes): boolean {
    return (
      'hidden' in attributes ||
      hides(attributes['style'] ?? '') ||
      isHiddenByRules(this.#rules, name, attributes)
    )
  }

  close(name: string): void {
    if (blocks.has(name)) this.flow.endParagraph()
    if (name === 'pre') this.#preformatted -= 1
    if (name === 'style' && this.#sheet) {
      for (const rule of readHidingRules(this.#sheet.join(''))) this.#rules.add(rule)
      this.#sheet = undefined
    }
  }

  text(words: string): void {
    if (this.#sheet) this.#sheet.push(words)
    else if (this.#preformatted > 0) this.flow.exactly(words)
    else this.flow.words(words)
  }

  passedOver(words: string): void {
    if (this.#hiding && /\S/.test(words)) this.found.hidden = true
  }
}

type Read = { text: string; warnings: ExtractionWarning[] } | { refused: 'damaged' | 'built-to-overload' }

/** The words of a page as a browser without scripts would show them, those that it hides left out and told of. */
export function readHtml(source: string): Read {
  const reader = new HtmlText()
  const walk = walkMarkup(source, reader, { xml: false })
  if (walk !== 'whole') return { refused: walk }
  return { text: reader.flow.text(), warnings: warningsOf(reader.found) }
}
