import { givenShingles } from './engine/given.ts'
import type { Grouped } from './engine/group-texts.ts'
import { plainly } from './engine/plainly.ts'
import type { ReadComment } from './read-comments.ts'

/** With fewer texts that say something of their own, nobody can tell what nearly everybody shares. */
const FEWEST = 10
const MOST = 300
const MOST_LOOKED_AT = 20_000
/** Nearly everybody. */
const SHARE = 0.8
const LONGEST = 600
const MOST_LETTERS = 100_000

/** Of the texts that say something of their own some hundred: the first of each campaign, and those in none. */
function sampleOf({ campaigns, stubs }: Grouped, count: number): ReadonlySet<number> {
  const rest = new Set(stubs)
  for (const { members } of campaigns) for (const member of members.slice(1)) rest.add(member)
  const own: number[] = []
  for (let text = 0; text < Math.min(count, MOST_LOOKED_AT); text += 1) if (!rest.has(text)) own.push(text)
  if (own.length < FEWEST) return new Set()
  const step = Math.max(1, own.length / MOST)
  return new Set(own.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step)))
}

const pieces = /\n+|(?<=[.!?？])\s+/u
const asks = /[?？:]["”’)\]]*$/u

/** Sentences of a text that look like a question or a heading, once each. */
function headingsIn(text: string): ReadonlySet<string> {
  const all = text.slice(0, MOST_LETTERS).split(pieces)
  const short = all.map((piece) => plainly(piece).replaceAll(/\s+/g, ' ').trim())
  return new Set(short.filter((piece) => piece.length <= LONGEST && asks.test(piece)))
}

/**
 * Shingles of the questions and headings that nearly all who say something of their own repeat: what a form asked them.
 * A campaign counts once, so that what only its copies share is none.
 * @param read gives the comments in the order in which they were grouped; it is read only where there are enough
 * @returns nothing where there are none
 */
export async function findHeadings(
  read: () => AsyncIterable<ReadComment>,
  grouped: Grouped,
  count: number,
): Promise<ReadonlySet<number> | undefined> {
  const sample = sampleOf(grouped, count)
  if (sample.size === 0 || grouped.campaigns.length === 0) return undefined
  const often = await countHeadings(read(), sample)
  const shared = [...often].filter(([, times]) => times >= SHARE * sample.size).map(([heading]) => heading)
  const given = givenShingles(shared)
  return given.size > 0 ? given : undefined
}

/** In how many of these texts each heading stands. */
async function countHeadings(
  comments: AsyncIterable<ReadComment>,
  sample: ReadonlySet<number>,
): Promise<ReadonlyMap<string, number>> {
  const often = new Map<string, number>()
  const last = Math.max(...sample)
  let number = 0
  for await (const { text } of comments) {
    const headings = sample.has(number) ? headingsIn(text) : []
    for (const one of headings) often.set(one, (often.get(one) ?? 0) + 1)
    number += 1
    if (number > last) break
  }
  return often
}
