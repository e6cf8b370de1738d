import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TypedProposition } from '../../src/analysis/propositions/train-types.ts'

/** Comments that people split into propositions with their types; offsets in the files count code points. */
export function readArgumentComments(folder: string): TypedProposition<string>[][] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ann.json'))
  return names.sort().map((name) => {
    const { prop_labels: types, prop_offsets: offsets } = JSON.parse(
      readFileSync(join(folder, name), 'utf8'),
    ) as {
      prop_labels: string[]
      prop_offsets: [number, number][]
    }
    const letters = [...readFileSync(join(folder, name.replace('.ann.json', '.txt')), 'utf8')]
    return offsets.map(([start, end], at) => ({
      text: letters.slice(start, end).join(''),
      type: types[at] ?? '',
    }))
  })
}

/** Which fold each comment is in: the longest first into the lightest, so that all weigh alike and no comment is split. */
export function foldsOf(lengths: readonly number[], folds: number): number[] {
  const weights = new Array<number>(folds).fill(0)
  const order = [...lengths.keys()].sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || b - a)
  const fold = new Array<number>(lengths.length).fill(0)
  for (const comment of order) {
    const lightest = weights.indexOf(Math.min(...weights))
    fold[comment] = lightest
    weights[lightest] = (weights[lightest] ?? 0) + (lengths[comment] ?? 0)
  }
  return fold
}
