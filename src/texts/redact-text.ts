import { paragraphsOf, type Stretch } from '../platform/text/index.ts'

/** A stretch that must not be published, and why. */
export interface Mark extends Stretch {
  reason: string
}

/** What is left out in one go, within one paragraph. */
export interface Gap extends Stretch {
  /** The number of the paragraph it lies in. */
  paragraph: number
  reasons: readonly string[]
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** To whole letters as a reader sees them: half an accent would tell what stood there. */
function widener(text: string): (stretch: Stretch) => Stretch {
  const segments = letters.segment(text)
  return ({ start, end }) => {
    const last = segments.containing(end - 1)
    return {
      start: segments.containing(start)?.index ?? start,
      end: last ? last.index + last.segment.length : end,
    }
  }
}

type Merged = Stretch & { reasons: string[] }

function merge(text: string, marks: readonly Mark[]): Merged[] {
  const widen = widener(text)
  const wide = marks.map((mark) => ({ ...widen(mark), reason: mark.reason }))
  const merged: Merged[] = []
  for (const { start, end, reason } of wide.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      if (!last.reasons.includes(reason)) last.reasons.push(reason)
    } else merged.push({ start, end, reasons: [reason] })
  }
  return merged
}

/**
 * The gaps that these marks leave, in their order: those that overlap or touch are one, with the reasons of all. None
 * reaches over the end of a paragraph, so that every paragraph keeps its number.
 */
export function gapsOf(text: string, marks: readonly Mark[]): Gap[] {
  if (marks.length === 0) return []
  const merged = merge(text, marks)
  return paragraphsOf(text).flatMap(({ number, start, end }) =>
    merged
      .filter((gap) => gap.start < end && gap.end > start)
      .map((gap) => ({
        start: Math.max(gap.start, start),
        end: Math.min(gap.end, end),
        paragraph: number,
        reasons: gap.reasons,
      })),
  )
}

/** A new text from what stays; in the place of each gap stands what `say` answers, in one line. */
export function fillGaps(text: string, gaps: readonly Gap[], say: (gap: Gap) => string): string {
  let from = 0
  let filled = ''
  for (const gap of gaps) {
    filled += text.slice(from, gap.start) + say(gap)
    from = gap.end
  }
  return filled + text.slice(from)
}
