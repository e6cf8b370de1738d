import { madeWord } from './varied-words.ts'

interface Planted {
  texts: string[]
  /** The campaign of each text; one that is alone has a number of its own. */
  campaignOf: Int32Array
}

const LENGTH = 40
const VOCABULARY = 20_000

/** Numbers below a bound, the same for the same seed (xorshift, G. Marsaglia 2003). */
function chance(seed: number): (bound: number) => number {
  let state = (seed * 2_654_435_761 + 1) | 0 || 1
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * bound)
  }
}

/** What a variant does to the letter, so that it stays within four fifths of it: 36 shingles of which few change. */
const changes: readonly ((words: string[], word: string) => string[])[] = [
  (words) => words,
  (words, word) => [...words, word, word],
  (words, word) => [word, ...words],
  (words, word) => [...words.slice(0, -2), word],
  (words) => words.slice(2),
]

/**
 * Short comments of made-up words: half of them alone, half in campaigns of 2 to 1,000, each with its letter first and
 * variants of it; shuffled, the same for the same seed.
 */
export function plantCampaigns(count: number, seed = 1): Planted {
  const next = chance(seed)
  const word = () => madeWord(Math.floor(VOCABULARY ** (next(1_000_000) / 1_000_000)) - 1)
  const made: One[] = []
  const sizeOf = (room: number) =>
    room > count / 2 ? 1 : Math.min(2 + Math.floor(998 * (next(1000) / 1000) ** 4), room)
  for (let campaign = 0; made.length < count; campaign += 1)
    made.push(...variants(campaign, sizeOf(count - made.length), word, next))
  shuffle(made, next)
  return {
    texts: made.map(({ text }) => text),
    campaignOf: Int32Array.from(made, ({ campaign }) => campaign),
  }
}

interface One {
  text: string
  campaign: number
}

type Chance = (bound: number) => number

function variants(campaign: number, size: number, word: () => string, next: Chance): One[] {
  const words = Array.from({ length: LENGTH }, word)
  return Array.from({ length: size }, (_, at) => {
    const change = changes[at === 0 ? 0 : next(changes.length)] ?? ((same) => same)
    return { text: change(words, word()).join(' '), campaign }
  })
}

function shuffle(made: One[], next: Chance): void {
  for (let at = made.length - 1; at > 0; at -= 1) {
    const other = next(at + 1)
    const [one, two] = [made[at] as One, made[other] as One]
    made[at] = two
    made[other] = one
  }
}
