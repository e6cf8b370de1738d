/** A half-open stretch of a text, in UTF-16 units as JavaScript counts them. */
export interface Stretch {
  start: number
  end: number
}

export interface Paragraph extends Stretch {
  /** Counted from 1, as in a permalink. */
  number: number
}

interface Line extends Stretch {
  blank: boolean
}

function* linesOf(text: string): Generator<Line> {
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from)
    const until = found === -1 ? text.length : found
    const line = text.slice(from, until)
    const start = from + line.length - line.trimStart().length
    yield { start, end: from + line.trimEnd().length, blank: line.trim() === '' }
    from = until + 1
  }
}

/** The paragraphs of a text, parted by blank lines; between them stands nothing but white space. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Paragraph | undefined
  for (const { start, end, blank } of linesOf(text)) {
    if (blank) open = undefined
    else if (open) open.end = end
    else {
      open = { number: paragraphs.length + 1, start, end }
      paragraphs.push(open)
    }
  }
  return paragraphs
}
