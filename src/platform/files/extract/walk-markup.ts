import { Parser } from 'htmlparser2'

export type Attributes = Readonly<Record<string, string>>

export interface Visitor {
  /** Answers false where nothing of what the element holds is text. */
  open(name: string, attributes: Attributes): boolean
  close(name: string): void
  text(words: string): void
  /** Told of words inside an element that was passed over. */
  passedOver?(words: string): void
}

export type Walk = 'whole' | 'damaged' | 'built-to-overload'

/** No document that people wrote nests so deeply; the parser's own work grows with the depth. */
const deepest = 10_000

class Overload extends Error {}

class Steps {
  depth = 0
  /** The depth of the element that is passed over. */
  #over = Number.POSITIVE_INFINITY

  readonly #visitor: Visitor
  readonly #xml: boolean

  constructor(visitor: Visitor, xml: boolean) {
    this.#visitor = visitor
    this.#xml = xml
  }

  onopentag(name: string, attributes: Attributes): void {
    this.depth += 1
    if (this.depth > deepest) throw new Overload()
    if (this.depth < this.#over && !this.#visitor.open(name, attributes)) this.#over = this.depth
  }

  onclosetag(name: string): void {
    if (this.depth < this.#over) this.#visitor.close(name)
    if (this.depth === this.#over) this.#over = Number.POSITIVE_INFINITY
    this.depth -= 1
  }

  ontext(words: string): void {
    if (this.depth < this.#over) this.#visitor.text(words)
    else this.#visitor.passedOver?.(words)
  }

  /** Entities of the document's own can grow without end, each made of many of another. */
  onprocessinginstruction(_name: string, content: string): void {
    if (this.#xml && /^!doctype[^[]*\[|^!entity/i.test(content)) throw new Overload()
  }
}

/** Shows a visitor the elements and words of HTML or XML in their order, without building a tree of them. */
export function walkMarkup(source: string, visitor: Visitor, { xml }: { xml: boolean }): Walk {
  try {
    const steps = new Steps(visitor, xml)
    const parser = new Parser(steps, { xmlMode: xml })
    parser.write(source)
    // XML whose elements are not all closed was cut short; in HTML many need not be.
    if (xml && steps.depth > 0) return 'damaged'
    parser.end()
    return 'whole'
  } catch (error) {
    if (error instanceof Overload) return 'built-to-overload'
    throw error
  }
}
