import type { ExcerptId } from '../coding/model.ts'
import type { Quoted } from './model.ts'

/** What stands where words are not public any more. */
export const GONE = '[…]'

interface Stretch {
  starts: number
  ends: number
}

/** A stretch without what another one covers of it. */
function without(stretch: Stretch, other: Stretch): Stretch[] {
  if (other.ends <= stretch.starts || stretch.ends <= other.starts) return [stretch]
  return [
    { starts: stretch.starts, ends: other.starts },
    { starts: other.ends, ends: stretch.ends },
  ].filter(({ starts, ends }) => starts < ends)
}

/** Without the spaces at its ends; nothing where nothing else is in it. */
function bare(text: string, { starts, ends }: Stretch): Stretch[] {
  const words = text.slice(starts, ends)
  if (words.trim() === '') return []
  const begins = starts + words.length - words.trimStart().length
  return [{ starts: begins, ends: begins + words.trim().length }]
}

/**
 * The stretches that must go, in their order, none touching another: what repeats an excerpt that is not public any more,
 * and repeats none that still is.
 */
export function goneIn(
  text: string,
  quoted: readonly Quoted[],
  isPublic: (excerpt: ExcerptId) => boolean,
): Stretch[] {
  const stay = quoted.filter(({ excerpt }) => isPublic(excerpt))
  const go = quoted
    .filter(({ excerpt }) => !isPublic(excerpt))
    .flatMap((one) =>
      stay.reduce<Stretch[]>((left, other) => left.flatMap((piece) => without(piece, other)), [one]),
    )
    .toSorted((a, b) => a.starts - b.starts)
  const merged: Stretch[] = []
  for (const { starts, ends } of go) {
    const last = merged.at(-1)
    if (last && starts <= last.ends) last.ends = Math.max(last.ends, ends)
    else merged.push({ starts, ends })
  }
  return merged.flatMap((one) => bare(text, one))
}

/** The sentence without the stretches that repeat what is not public any more. */
export function withoutGone(
  text: string,
  quoted: readonly Quoted[],
  isPublic: (excerpt: ExcerptId) => boolean,
): string {
  let left = text
  for (const { starts, ends } of goneIn(text, quoted, isPublic).toReversed())
    left = `${left.slice(0, starts)}${GONE}${left.slice(ends)}`
  return left
}

/** Where what else is quoted stands, once these stretches are taken out. */
export const moved = (quoted: readonly Quoted[], gone: readonly Stretch[]): Quoted[] =>
  quoted.map(({ excerpt, starts, ends }) => {
    const before = gone.filter((one) => one.ends <= starts)
    const by = before.reduce((sum, one) => sum + GONE.length - (one.ends - one.starts), 0)
    return { excerpt, starts: starts + by, ends: ends + by }
  })
