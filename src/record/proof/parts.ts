import { normaliseLineEnds, paragraphsOf } from '../../platform/text/index.ts'

/** So many commitments keep a leaf under the 64 KiB that a tlog-tiles entry may have. */
export const mostParts = 1000

/** What can be shown, hidden or erased by itself: a paragraph, an attachment, one of the particulars. */
export interface Part {
  of: string
  /** Numbers of the first and last paragraph, counted from 1; neither where the part is no running text. */
  paragraphs?: readonly [number, number]
  text: string
}

export function labelOf({ of, paragraphs }: Part): string {
  if (!paragraphs) return of
  const [first, last] = paragraphs
  return first === last ? `${of}, paragraph ${first}` : `${of}, paragraphs ${first} to ${last}`
}

/** The paragraphs of a text, numbered as in its permalinks. */
export function partsOfText(of: string, text: string): Part[] {
  const tidy = tidyLines(text)
  return paragraphsOf(tidy).map(({ number, start, end }) => ({
    of,
    paragraphs: [number, number],
    text: tidy.slice(start, end),
  }))
}

/** A short fact in one piece, such as a name or a language. */
export function partOf(of: string, text: string): Part {
  return { of, text: tidyLines(text) }
}

/** An attachment, by what anyone who holds the file can compute. */
export function partOfFile(of: string, file: { name: string; bytes: number; sha256: string }): Part {
  return partOf(
    of,
    `file ${file.name.replaceAll(/\s+/g, ' ')}\nsize ${file.bytes} bytes\nsha256 ${file.sha256}`,
  )
}

/** Binds neighbouring paragraphs into runs until a leaf can hold them all. */
export function fitParts(parts: readonly Part[], most = mostParts): Part[] {
  let fitted = [...parts]
  for (let run = 2; fitted.length > most; run *= 2) {
    if (run > parts.length * 2) throw new RangeError(`A leaf holds at most ${most} parts.`)
    fitted = bindRuns(parts, run)
  }
  return fitted
}

function bindRuns(parts: readonly Part[], run: number): Part[] {
  const bound: Part[] = []
  for (const part of parts) {
    const before = bound.at(-1)
    const joined = before && joinOf(before, part, run)
    if (joined) bound[bound.length - 1] = joined
    else bound.push(part)
  }
  return bound
}

function joinOf(before: Part, part: Part, run: number): Part | undefined {
  if (before.of !== part.of || !before.paragraphs || !part.paragraphs) return undefined
  const [first] = before.paragraphs
  const [, last] = part.paragraphs
  if (last - first >= run) return undefined
  return { of: part.of, paragraphs: [first, last], text: `${before.text}\n\n${part.text}` }
}

/** Line ends as one sign and no white space before them, so that print and mail change nothing that is signed. */
function tidyLines(text: string): string {
  return normaliseLineEnds(text).split('\n').map(withoutTail).join('\n')
}

function withoutTail(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1
  return line.slice(0, end)
}
