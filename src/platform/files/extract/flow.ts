interface Stretch {
  parts: string[]
  /** Something other than white space stands in the paragraph, or on its line. */
  begun: boolean
  lineBegun: boolean
  space: boolean
}

const newStretch = (): Stretch => ({ parts: [], begun: false, lineBegun: false, space: false })

/** Puts what a document's reader meets into paragraphs, notes numbered where they stand and put at the end. */
export class Flow {
  readonly #main = newStretch()
  readonly #notes: Stretch[] = []
  readonly #open: Stretch[] = [this.#main]

  get #here(): Stretch {
    return this.#open.at(-1) ?? this.#main
  }

  /** Words whose white space is worth one space, and none at the start of a line or paragraph. */
  words(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
    const here = this.#here
    if (collapsed.startsWith(' ')) here.space = true
    const from = collapsed.startsWith(' ') ? 1 : 0
    const body = collapsed.slice(from, collapsed.endsWith(' ') ? -1 : undefined)
    if (body === '') return
    this.exactly(body)
    here.space = collapsed.endsWith(' ')
  }

  /** Text whose white space counts. */
  exactly(text: string): void {
    const here = this.#here
    if (here.space && here.lineBegun) here.parts.push(' ')
    here.parts.push(text)
    here.space = false
    here.begun = true
    here.lineBegun = true
  }

  endLine(): void {
    const here = this.#here
    here.parts.push('\n')
    here.lineBegun = false
    here.space = false
  }

  endParagraph(): void {
    const here = this.#here
    if (here.begun) here.parts.push('\n\n')
    here.begun = false
    here.lineBegun = false
    here.space = false
  }

  openNote(): void {
    const note = newStretch()
    this.#notes.push(note)
    this.exactly(`[${this.#notes.length}]`)
    this.#open.push(note)
  }

  closeNote(): void {
    if (this.#open.length > 1) this.#open.pop()
  }

  text(): string {
    this.endParagraph()
    const notes = this.#notes.map(({ parts }, at) => `[${at + 1}] ${parts.join('').trim()}\n\n`)
    return this.#main.parts.join('') + notes.join('')
  }
}
