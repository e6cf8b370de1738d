import { paragraphsOf, type Stretch } from '../../../platform/text/index.ts'

/** A text as the page names it: `answer-1`, `attachment-2`. */
export interface KeyedText {
  key: string
  text: string
}

export interface Quoted {
  words: string
  key?: string | undefined
  paragraph?: number | undefined
}

export interface Place extends Stretch {
  key: string
  /** The paragraph that it begins in. */
  paragraph: number
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** As typed, but for white space: a page breaks lines where the text has none. */
function patternOf(words: string): RegExp | undefined {
  const parts = words.trim().split(/\s+/u)
  return parts[0] === '' ? undefined : new RegExp(parts.map(escaped).join('\\s+'), 'gu')
}

function* stretchesIn(text: string, pattern: RegExp, within: Stretch): Generator<Stretch> {
  pattern.lastIndex = within.start
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const end = found.index + found[0].length
    if (end > within.end) return
    yield { start: found.index, end }
    // The next may begin inside this one, and never between the halves of a sign.
    const first = text.codePointAt(found.index) ?? 0
    pattern.lastIndex = found.index + (first > 0xffff ? 2 : 1)
  }
}

/** Every place where exactly these words stand. */
export function findQuote(texts: readonly KeyedText[], { words, key, paragraph }: Quoted): Place[] {
  const pattern = patternOf(words)
  if (!pattern) return []
  return texts
    .filter((one) => key === undefined || one.key === key)
    .flatMap((one) => placesIn(one, pattern, paragraph))
}

function placesIn({ key, text }: KeyedText, pattern: RegExp, paragraph: number | undefined): Place[] {
  const paragraphs = paragraphsOf(text)
  const within = paragraph === undefined ? { start: 0, end: text.length } : paragraphs[paragraph - 1]
  if (!within) return []
  let number = 0
  return [...stretchesIn(text, pattern, within)].map(({ start, end }) => {
    while ((paragraphs[number]?.start ?? text.length) <= start) number += 1
    return { key, start, end, paragraph: Math.max(1, number) }
  })
}

/** A whole paragraph, as it stands. */
export function wholeParagraph(texts: readonly KeyedText[], key: string, number: number): Place | undefined {
  const text = texts.find((one) => one.key === key)?.text ?? ''
  const found = paragraphsOf(text)[number - 1]
  return found && { key, start: found.start, end: found.end, paragraph: number }
}

/** What a form calls a place: `answer-1.120`. */
export const namePlace = ({ key, start }: Pick<Place, 'key' | 'start'>): string => `${key}.${start}`
