import { measureUnits } from '../../agreement/measure.ts'
import type { SuggestedPart } from '../../coding/suggestions/model.ts'
import type { Fares, LocalProgram } from '../model.ts'
import { readerOf } from '../reading/reader-of.ts'
import type { Example } from './examples.ts'

const FOLDS = 5
/** Fewer excerpts than these say nothing. */
const FEWEST = 10
/** Beyond so many, more would only take longer. */
const MOST_MEASURED = 1000

interface Judged {
  example: Example
  parts: readonly SuggestedPart[]
}

/** What the program says of each excerpt, having learnt from the other comments only: five folds by comment. */
function judgeApart(program: LocalProgram, examples: readonly Example[]): Judged[] {
  const comments = [...new Set(examples.map(({ comment }) => comment))]
  const foldOf = new Map(comments.map((comment, at) => [comment, at % FOLDS]))
  return Array.from({ length: Math.min(FOLDS, comments.length) }, (_, fold) => {
    const reader = readerOf(
      program,
      examples.filter(({ comment }) => foldOf.get(comment) !== fold),
    )
    return examples
      .filter(({ comment, marked }) => marked && foldOf.get(comment) === fold)
      .map((example) => ({ example, parts: reader.judge(example) }))
  }).flat()
}

const NONE = '-'

/** Person and program on one excerpt, for each thing that can be said of it. */
function unitsOf(program: LocalProgram, judged: readonly Judged[]): Map<string, string[][]> {
  if (program === 'position-cues')
    return new Map([
      [
        'position',
        judged.flatMap(({ example: { positions }, parts }) => {
          const [only, another] = [...new Set(positions)]
          return another === undefined ? [[only ?? NONE, parts[0]?.position ?? NONE]] : []
        }),
      ],
    ])
  if (program === 'kinds-of-excerpt')
    return new Map([
      [
        'kind',
        judged.flatMap(({ example: { kind }, parts }) => (kind ? [[kind, parts[0]?.kind ?? NONE]] : [])),
      ],
    ])
  const labels = [...new Set(judged.flatMap(({ example }) => example.labels))].sort()
  const told = (parts: readonly SuggestedPart[]) =>
    parts.map(({ code, issue }) => (code ? `code ${code}` : `issue ${issue}`))
  return new Map(
    labels.map((label) => [
      label,
      judged.map(({ example, parts }) => [
        example.labels.includes(label) ? label : NONE,
        told(parts).includes(label) ? label : NONE,
      ]),
    ]),
  )
}

/**
 * How well a program agrees with people on the same excerpts, none of which it learnt from: Krippendorff's alpha with its
 * interval, for each thing it tells. Nothing where people coded fewer than ten excerpts of two comments.
 */
export function measureProgram(program: LocalProgram, examples: readonly Example[]): Fares[] {
  const some = examples.slice(0, 2 * MOST_MEASURED)
  const marked = some.filter((one) => one.marked)
  if (marked.length < FEWEST || new Set(marked.map(({ comment }) => comment)).size < 2) return []
  const units = unitsOf(program, judgeApart(program, some))
  return [...units].map(([of, all]) => {
    const { units: count, used, alpha, interval, meaning } = measureUnits(of, '', all)
    const ends = { from: interval?.from ?? null, to: interval?.to ?? null }
    return { of, units: count, used, alpha: alpha ?? null, ...ends, meaning }
  })
}
