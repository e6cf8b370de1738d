import type { Instant } from '../../../platform/time.ts'
import type { RequestId } from '../../../requests/index.ts'
import { givenShingles } from '../engine/given.ts'
import { keyOf } from '../model.ts'
import type { Reading } from '../threads/reading.ts'
import { asManyAsFit } from './as-many-as-fit.ts'
import { chooseTemplates } from './grouping/choose-template.ts'
import type { InCampaign } from './grouping/model.ts'
import { regroupTexts } from './grouping/regroup-texts.ts'
import { dateMembers } from './grouping/store.ts'
import { HeldIndex } from './held-index.ts'
import { addToRead } from './queue/store.ts'
import type { Finding } from './services.ts'
import { listAsked } from './texts/list-asked.ts'
import { forgetVersions, type KnownText, listKnownAfter, listLengths, listPosted } from './texts/store.ts'

const AT_ONCE = 100

interface Loading {
  request: RequestId
  reading: Pick<Reading, 'read'>
  at: Instant
}

/** Makes the index of a request anew from the texts that were read, and mends campaigns where they do not fit it. */
export async function loadIndex(tx: Finding, { request, reading, at }: Loading): Promise<HeldIndex> {
  const index = new HeldIndex(givenShingles(await listAsked(tx, request)))
  const texts: InCampaign[] = []
  let after = 0
  for (;;) {
    const known = await listSome(tx, request, after)
    const last = known.at(-1)
    if (!last) break
    after = last.id
    texts.push(...(await place(tx, known, index, reading)))
  }
  await mend(tx, request, index, texts, at)
  return index
}

async function listSome(tx: Finding, request: RequestId, after: number): Promise<KnownText[]> {
  const known = await listKnownAfter(tx, request, after, AT_ONCE)
  const lengths = await listLengths(tx, [...new Set(known.map(({ comment }) => comment))])
  return asManyAsFit(known, ({ comment }) => lengths.get(comment) ?? 0)
}

/** What is not posted as it was read, or is a stub only now, is read again, and is not in the index until then. */
async function place(
  tx: Finding,
  known: readonly KnownText[],
  index: HeldIndex,
  reading: Loading['reading'],
): Promise<InCampaign[]> {
  const now = await listPosted(tx, [...new Set(known.map(({ comment }) => comment))])
  const words = new Map(now.map((text) => [keyOf(text), text]))
  const isThere = (text: KnownText) => words.get(keyOf(text))?.versions.join() === text.versions.join()
  const posted = known.filter(isThere)
  const read = await reading.read(
    posted.map((text) => words.get(keyOf(text))?.text ?? ''),
    index.given,
  )
  const there = posted.filter(({ wording }, at) => (wording === null) === read[at]?.isStub)
  for (const [at, { id, wording }] of posted.entries()) {
    const text = read[at]
    if (text && text.isStub === (wording === null)) index.place(id, text, wording ?? id)
  }
  await readAgain(
    tx,
    known.filter((one) => !there.includes(one)),
  )
  return there.map(({ id, comment, campaign }) => ({ id, comment, campaign }))
}

async function readAgain(tx: Finding, texts: readonly KnownText[]): Promise<void> {
  if (texts.length === 0) return
  await forgetVersions(
    tx,
    texts.map(({ id }) => id),
  )
  await addToRead(
    tx,
    texts.map(({ comment }) => comment),
  )
}

async function mend(
  tx: Finding,
  request: RequestId,
  index: HeldIndex,
  texts: readonly InCampaign[],
  at: Instant,
): Promise<void> {
  const clusters = index.clusters(texts.filter(({ id }) => index.clusterOf(id) >= 0))
  const clustersOf = new Map<string, number>()
  for (const cluster of clusters)
    for (const campaign of new Set(cluster.map(({ campaign }) => campaign)))
      if (campaign) clustersOf.set(campaign, (clustersOf.get(campaign) ?? 0) + 1)
  const fits = (cluster: readonly InCampaign[]) => {
    const [first, ...others] = new Set(cluster.map(({ campaign }) => campaign))
    const alone = cluster.length === 1
    return others.length === 0 && (first ? !alone && clustersOf.get(first) === 1 : alone)
  }
  const wrong = clusters.filter((cluster) => !fits(cluster))
  if (wrong.length === 0) return
  const { campaigns, moved } = await regroupTexts(tx, request, wrong, [], at)
  await dateMembers(
    tx,
    moved.map(({ comment }) => comment),
    at,
  )
  await chooseTemplates(tx, campaigns, (one, other) => index.resemblance(one, other))
}
