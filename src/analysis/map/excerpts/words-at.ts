import { paragraphsOf } from '../../../platform/text/index.ts'
import type { Placed } from './model.ts'

interface Span {
  kind: 'answer' | 'attachment'
  /** The number of the question that is answered. */
  question: number | undefined
  place: number
  text: string
  starts: number
  ends: number
}

const AROUND = 120
const LONG = 80

/** Words up to a space at about this length, so that none is cut. */
const lastWords = (text: string) => (text.length <= AROUND ? text : text.slice(-AROUND).replace(/^\S*\s/, ''))
const firstWords = (text: string) =>
  text.length <= AROUND ? text : text.slice(0, AROUND).replace(/\s\S*$/, '')

const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')

/** Browsers that know of it go to these words and mark them; the others go to the paragraph. */
function fragmentOf(words: string): string {
  const plain = words.trim().replace(/\s+/g, ' ')
  if (plain.length <= LONG) return encoded(plain)
  const [first, last] = [
    plain.slice(0, LONG / 2).replace(/\s\S*$/, ''),
    plain.slice(-LONG / 2).replace(/^\S*\s/, ''),
  ]
  return `${encoded(first)},${encoded(last)}`
}

/** What is quoted, and where in the comment it is read. */
export function wordsAt({ kind, question, place, text, starts, ends }: Span): Placed {
  const paragraph = paragraphsOf(text).findLast(({ start }) => start <= starts)
  const words = text.slice(starts, ends)
  const [from, to] = [paragraph?.start ?? 0, Math.max(paragraph?.end ?? 0, ends)]
  const prefix = kind === 'attachment' ? `a${place + 1}` : question === undefined ? 'text' : `q${question}`
  const anchor = `#${prefix}-p${paragraph?.number ?? 1}:~:text=${fragmentOf(words.split(/\n\s*\n/)[0] ?? words)}`
  return {
    words,
    before: lastWords(text.slice(from, starts)),
    after: firstWords(text.slice(ends, to)),
    at: kind === 'attachment' ? `/attachments/${place + 1}${anchor}` : anchor,
  }
}
