import type { SuggestedPart } from '../../coding/suggestions/model.ts'
import type { Told } from '../model.ts'

/** One suggested thing, and nothing else. */
export const partOf = (said: Partial<SuggestedPart> & { confidence: number }): SuggestedPart => ({
  ...{ code: null, issue: null, position: null, kind: null },
  ...said,
})

const MOST_SPANS = 25

const sureOf = ({ parts }: Told) => Math.max(0, ...parts.map(({ confidence }) => confidence))

/** A desk with a hundred suggestions helps nobody: the surest of a comment are kept, in their order. */
export function surest(told: readonly (readonly Told[])[]): Told[][] {
  const least =
    told
      .flat()
      .map(sureOf)
      .sort((a, b) => b - a)[MOST_SPANS - 1] ?? 0
  let left = MOST_SPANS
  return told.map((ofText) =>
    ofText.filter((one) => {
      const isKept = left > 0 && sureOf(one) >= least
      if (isKept) left -= 1
      return isKept
    }),
  )
}
