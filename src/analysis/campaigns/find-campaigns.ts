import { CampaignIndex } from './engine/campaign-index.ts'
import { groupTexts } from './engine/group-texts.ts'
import { findHeadings } from './find-headings.ts'
import type { ReadComment } from './read-comments.ts'
import { readInOrder } from './threads/read-in-order.ts'

/** Comments that are near-duplicates of one another. */
export interface Campaign {
  size: number
  /** The wording that stands for all. */
  template: string
  /** The ids of its comments, in the order in which they were read. */
  members: string[]
}

export interface CampaignReport {
  comments: number
  /** How many say something of their own: each campaign once, each other comment that is no stub once. */
  distinct: number
  campaigns: Campaign[]
  /** Ids of comments too short to tell, or that only point elsewhere. */
  stubs: string[]
}

/**
 * Groups comments into campaigns. They are read three times, so that no text is held: to be compared, for questions that
 * nearly everybody repeats, and for the words of the templates; where questions are repeated, once more without them.
 * @param read gives the same comments in the same order each time
 * @param threshold least Jaccard resemblance of 5-word shingles, above 0 and at most 1
 */
export async function findCampaigns(
  read: () => AsyncIterable<ReadComment>,
  threshold: number,
): Promise<CampaignReport> {
  const { ids, ...first } = await group(read(), threshold)
  const given = await findHeadings(read, first, ids.length)
  const { campaigns, stubs, distinct } = given ? await group(read(), threshold, given) : first
  const wanted = new Set(campaigns.map(({ template }) => template))
  const templates = await textsAt(read(), wanted)
  const named = (numbers: readonly number[]) => numbers.map((number) => ids[number] ?? '')
  return {
    comments: ids.length,
    distinct,
    campaigns: campaigns.map(({ members, template }) => ({
      size: members.length,
      template: templates.get(template) ?? '',
      members: named(members),
    })),
    stubs: named(stubs),
  }
}

async function group(comments: AsyncIterable<ReadComment>, threshold: number, given?: ReadonlySet<number>) {
  const index = new CampaignIndex(threshold)
  const ids: string[] = []
  for await (const texts of readInOrder(batchesOf(comments, ids), threshold, 2, given))
    for (const text of texts) index.place(text)
  return { ids, ...groupTexts(index, ids.length) }
}

const MOST_TEXTS = 256
const MOST_LETTERS = 1_000_000

/** The texts of comments a batch at a time; their ids are noted. */
async function* batchesOf(
  comments: AsyncIterable<ReadComment>,
  ids: string[],
): AsyncGenerator<readonly string[]> {
  let [batch, letters] = [[] as string[], 0]
  for await (const { id, text } of comments) {
    ids.push(id)
    batch.push(text)
    letters += text.length
    if (batch.length < MOST_TEXTS && letters < MOST_LETTERS) continue
    yield batch
    batch = []
    letters = 0
  }
  yield batch
}

async function textsAt(
  comments: AsyncIterable<ReadComment>,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>()
  if (wanted.size === 0) return texts
  let number = 0
  for await (const { text } of comments) {
    if (wanted.has(number)) texts.set(number, text)
    number += 1
    if (texts.size === wanted.size) break
  }
  return texts
}
