import { type Change, changes } from './changes.ts'

/** A stretch of a redline: words as they stand, or a gap where words that both share are left out. */
export type Stretch = { kind: Change<string>['kind']; text: string } | { kind: 'gap' }

/** Beyond this no two texts are held against each other word by word. */
const MOST_LETTERS = 60_000
const MOST_CHANGES = 400
/** So many pieces of what is shared stand around each change. */
const AROUND = 16

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words, signs and spaces in their order; scripts that put no spaces between words are parted by their words too. */
const piecesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/**
 * What a text changes of another, word by word.
 * @returns nothing where they are too long, or differ too much, to be shown so
 */
export function redline(from: string, to: string): Stretch[] | undefined {
  if (from.length > MOST_LETTERS || to.length > MOST_LETTERS) return undefined
  const found = changes(piecesOf(from), piecesOf(to), MOST_CHANGES)
  return found?.flatMap((change, at) => shortened(change, at === 0, at === found.length - 1))
}

function shortened({ kind, of }: Change<string>, isFirst: boolean, isLast: boolean): Stretch[] {
  const whole = [{ kind, text: of.join('') }]
  const [before, after] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND]
  if (kind !== 'same' || of.length <= before + after + AROUND) return whole
  const shown = (pieces: readonly string[]) => (pieces.length > 0 ? [{ kind, text: pieces.join('') }] : [])
  const tail = after > 0 ? of.slice(-after) : []
  return [...shown(of.slice(0, before)), { kind: 'gap' }, ...shown(tail)]
}
