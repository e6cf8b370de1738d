import type { CommentId } from '../../../docket/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { PostedWords } from '../model.ts'
import type { Reading } from '../threads/reading.ts'
import { asManyAsFit } from './as-many-as-fit.ts'
import { diff } from './diff.ts'
import { chooseTemplates } from './grouping/choose-template.ts'
import { type Joining, joinTexts } from './grouping/join-texts.ts'
import type { NewText } from './grouping/model.ts'
import { regroupTexts } from './grouping/regroup-texts.ts'
import { dateMembers, insertTexts } from './grouping/store.ts'
import type { HeldIndex } from './held-index.ts'
import { putBack, saveProgress, takeToRead } from './queue/store.ts'
import type { Finding } from './services.ts'
import {
  deleteTexts,
  type KnownText,
  listKnown,
  listLengths,
  listOfCampaigns,
  listPosted,
  nextTextIds,
} from './texts/store.ts'

export interface Batch {
  request: RequestId
  index: HeldIndex
  reading: Pick<Reading, 'read'>
  at: Instant
}

const MOST_COMMENTS = 200

/** Reads the next comments that wait, and brings the campaigns to what is posted of them; answers how many they were. */
export async function readBatch(tx: Finding, batch: Batch): Promise<number> {
  const comments = await takeSome(tx, batch.request)
  const { fresh, gone } = diff(await listPosted(tx, comments), await listKnown(tx, comments))
  const shrunk = await takeOut(tx, batch, gone)
  const grown = await putIn(tx, batch, fresh)
  const moved = [...shrunk.moved, ...grown.moved].map(({ comment }) => comment)
  await dateMembers(tx, [...new Set([...comments, ...moved])], batch.at)
  await chooseTemplates(tx, [...new Set([...shrunk.campaigns, ...grown.campaigns])], (one, other) =>
    batch.index.resemblance(one, other),
  )
  await saveProgress(tx, batch.request, comments.length, batch.at)
  return comments.length
}

/** The first that wait, as many as fit into memory. */
async function takeSome(tx: Finding, request: RequestId): Promise<CommentId[]> {
  const taken = await takeToRead(tx, request, MOST_COMMENTS)
  const lengths = await listLengths(tx, taken)
  const some = asManyAsFit(taken, (id) => lengths.get(id) ?? 0)
  await putBack(tx, request, taken.slice(some.length))
  return some
}

async function takeOut(tx: Finding, { request, index, at }: Batch, gone: readonly KnownText[]) {
  for (const { id } of gone) index.remove(id)
  await deleteTexts(
    tx,
    gone.map(({ id }) => id),
  )
  const campaigns = [...new Set(gone.flatMap(({ campaign }) => campaign ?? []))]
  if (campaigns.length === 0) return { campaigns: [], moved: [] }
  const left = Map.groupBy(await listOfCampaigns(tx, campaigns), ({ campaign }) => campaign)
  const groups = [...left.values()].flatMap((texts) => index.fallApart(texts))
  return regroupTexts(tx, request, groups, campaigns, at)
}

async function putIn(tx: Finding, { request, index, reading, at }: Batch, posted: readonly PostedWords[]) {
  const ids = await nextTextIds(tx, posted.length)
  const read = await reading.read(
    posted.map(({ text }) => text),
    index.given,
  )
  const groups = new Map<number, Joining>()
  const texts: NewText[] = posted.flatMap(({ text: _, ...text }, at) => {
    const [id, words] = [ids[at], read[at]]
    return id && words ? [{ id, ...text, campaign: null, ...index.place(id, words) }] : []
  })
  group(texts as (NewText & { ties: number[] })[], index, groups)
  const joined = await joinTexts(tx, request, [...groups.values()], at)
  await insertTexts(tx, request, texts)
  return joined
}

function group(
  texts: readonly (NewText & { ties: number[] })[],
  index: HeldIndex,
  groups: Map<number, Joining>,
): void {
  const own = new Set(texts.map(({ wording, id }) => (wording === id ? wording : -1)))
  for (const text of texts) {
    if (text.wording === null) continue
    const cluster = index.clusterOf(text.id)
    const one = groups.get(cluster) ?? { fresh: [], wordings: new Set<number>() }
    one.fresh.push(text)
    for (const tie of text.ties) if (!own.has(tie)) one.wordings.add(tie)
    groups.set(cluster, one)
  }
}
