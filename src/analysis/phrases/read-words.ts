/** A word of a text: a half-open stretch in UTF-16 units, and whether it follows the one before without a pause. */
export interface Word {
  start: number
  end: number
  plain: string
  joined: boolean
  /** It hangs on the word before by a hyphen, as “in” does in “lock-in”. */
  hyphened: boolean
}

/** Languages whose writing puts no space between words. */
const unspaced = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my'])
const runs = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
const joints = /^(?:[ \u00a0\u202f\t]{0,3}\n?[ \t]{0,3}|[-‑'’])$/

/** So much of a text is read for phrases: what a book says, it says in the beginning too. */
const MOST_LETTERS = 200_000

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

function* spansOf(text: string, language: string): Generator<[number, number]> {
  if (!unspaced.has(language)) {
    for (const { 0: run, index } of text.matchAll(runs)) yield [index, index + run.length]
    return
  }
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text))
    if (isWordLike) yield [index, index + segment.length]
}

/**
 * The words of a text in their order: runs of letters, marks and digits; of scripts without spaces, as a dictionary cuts
 * them (UAX 29). A hyphen, an apostrophe or a line end joins two words, any other sign parts them.
 * @param text of which the first 200,000 UTF-16 units are read
 */
export function* readWords(text: string, language: string): Generator<Word> {
  const read = text.slice(0, MOST_LETTERS)
  let last = -1
  for (const [start, end] of spansOf(read, language)) {
    const plain = read.slice(start, end).normalize('NFC').toLowerCase()
    const joint = last < 0 ? '.' : read.slice(last, start)
    yield { start, end, plain, joined: joints.test(joint), hyphened: joint === '-' || joint === '‑' }
    last = end
  }
}
