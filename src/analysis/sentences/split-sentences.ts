import type { Stretch } from '../../platform/text/index.ts'
import { isAbbreviated } from './abbreviations.ts'

/** No sentence is longer: what goes on without an end is cut at a space. */
const LONGEST = 5000
/** A line this long was wrapped, not ended. */
const WRAPPED = 50
/** Thai and Lao end no sentence with a sign: what stands between spaces is taken together up to this. */
const BREATH = 60

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const [locale = 'en'] = Intl.Segmenter.supportedLocalesOf([/^[a-z]{2,3}$/.test(language) ? language : 'en'])
  const made = new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

const listed = /^\s*(?:[-–—•*▪◦‣·]|\(?(?:\p{N}{1,3}|\p{L}|[ivx]{1,4})[.)])\s/u
const markAlone = /^\s*\(?(?:\p{N}{1,3}|\p{L}|[ivx]{1,4})[.)]\s*$/u
const ended = /[.!?…。！？؟۔।॥:;][\p{Pf}\p{Pe}"'”’»]*\s*$/u
const quoted = /[!?]["'”’»]\s*$/u
const beginsLow = /^[\s(["'“„«]*\p{Ll}/u
const unended = new Set(['th', 'lo'])

/** Pieces whose ends may end a sentence: as Unicode cuts them (UAX 29), each line end included. */
function* piecesOf(text: string, language: string): Generator<Stretch> {
  for (const { index, segment } of segmenterOf(language).segment(text)) {
    const end = index + segment.length
    if (!unended.has(language)) yield { start: index, end }
    else yield* breathsOf(segment, index)
  }
}

function* breathsOf(segment: string, from: number): Generator<Stretch> {
  let start = 0
  for (let at = segment.indexOf(' '); at >= 0; at = segment.indexOf(' ', at + 1)) {
    if (at - start < BREATH) continue
    yield { start: from + start, end: from + at + 1 }
    start = at + 1
  }
  if (start < segment.length) yield { start: from + start, end: from + segment.length }
}

/** How far back and ahead a place is looked at. */
const AROUND = 200

/** Whether what begins at `at` goes on with what was said before it, from `start` on. */
function goesOn(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - AROUND), at)
  const following = text.slice(at, at + AROUND)
  if (at === start || isNewItem(before, following)) return false
  if (markAlone.test(text.slice(start, Math.min(at, start + AROUND))) && at - start < AROUND) return true
  if (quoted.test(before) && beginsLow.test(following)) return true
  if (ended.test(before)) return isAbbreviated(before, following)
  return isWrapped(before, following)
}

/** After an empty line, or on a line that begins as an item of a list does. */
const isNewItem = (before: string, following: string) =>
  /\n[^\S\n]*\n\s*$/.test(before) || (/\n\s*$/.test(before) && listed.test(following))

function isWrapped(before: string, following: string): boolean {
  const line = before.trimEnd()
  if (!before.includes('\n', line.length)) return false
  const length = line.length - line.lastIndexOf('\n')
  return beginsLow.test(following) || (length >= WRAPPED && !following.startsWith('\n'))
}

function* trimmed(text: string, { start, end }: Stretch): Generator<Stretch> {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const until = start + words.trimEnd().length
  for (let at = from; at < until; ) {
    const cut = until - at <= LONGEST ? until : spaceBefore(text, at, at + LONGEST)
    yield { start: at, end: cut }
    at = cut
    while (at < until && text[at] === ' ') at += 1
  }
}

/** A place to cut: after the last space, else between two whole letters. */
function spaceBefore(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit)
  if (space > from) return space
  const unit = text.charCodeAt(limit)
  return unit >= 0xdc00 && unit < 0xe000 ? limit - 1 : limit
}

/**
 * The sentences of a text, in their order: as Unicode cuts them (UAX 29, Intl.Segmenter), mended where a stop ends an
 * abbreviation (“No. 5”, “e.g.”, “J. Smith”), where a line was only wrapped, and where an item of a list lost its number.
 * Time grows with the text; nothing of it is held.
 * @param language an ISO 639-1 code; another is read as English
 * @returns half-open stretches in UTF-16 units that overlap nowhere; between them stands nothing but white space. None
 *   is longer than 5,000 units. Thai and Lao, which end no sentence by a sign, are cut at spaces after 60 units.
 */
export function* splitSentences(text: string, language: string): Generator<Stretch> {
  let open: Stretch | undefined
  for (const piece of piecesOf(text, language)) {
    if (open && !unended.has(language) && goesOn(text, open.start, piece.start)) open.end = piece.end
    else {
      if (open) yield* trimmed(text, open)
      open = { ...piece }
    }
  }
  if (open) yield* trimmed(text, open)
}
