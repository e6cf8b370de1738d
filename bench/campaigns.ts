// How many comments a second two threads group into campaigns (--threads 1: one), and with how much memory, from 10⁴ to 10⁶, beside npm's minhash.
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Minhash } from 'minhash'
import { CampaignIndex, USUAL_THRESHOLD } from '../src/analysis/campaigns/engine/campaign-index.ts'
import { groupTexts } from '../src/analysis/campaigns/engine/group-texts.ts'
import { readInOrder } from '../src/analysis/campaigns/threads/read-in-order.ts'
import { whole } from './kit/numbers.ts'
import { plantCampaigns } from './kit/planted-campaigns.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { most: text, peer: text, threads: text } })
const threads = values.threads === '1' ? 1 : 2
const [most, peerCount] = [Number(values.most ?? 1_000_000), Number(values.peer ?? 2000)]

const pairs = (count: number) => (count * (count - 1)) / 2
const sumOf = (counts: Iterable<number>, value: (count: number) => number) =>
  [...counts].reduce((sum, count) => sum + value(count), 0)
const tally = (labels: Iterable<string>) => {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

/** Over all pairs of comments: how many of those planted together were found together, and the other way round. */
function judge(found: Int32Array, truth: Int32Array): { recall: number; precision: number } {
  const both = tally(Array.from(found, (cluster, at) => `${cluster} ${truth[at]}`))
  const hits = sumOf(both.values(), pairs)
  return {
    recall: hits / sumOf(tally(Array.from(truth, String)).values(), pairs),
    precision: hits / sumOf(tally(Array.from(found, String)).values(), pairs),
  }
}

const BATCH = 256

function* batchesOf(texts: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < texts.length; at += BATCH) yield texts.slice(at, at + BATCH)
}

async function measure(count: number): Promise<number> {
  const { texts, campaignOf } = plantCampaigns(count)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const [start, used] = [performance.now(), process.cpuUsage()]
  const index = new CampaignIndex()
  for await (const batch of readInOrder(batchesOf(texts), USUAL_THRESHOLD, threads))
    for (const read of batch) index.place(read)
  const taken = performance.now() - start
  const { campaigns } = groupTexts(index, count)
  const [all, cpu] = [performance.now() - start, process.cpuUsage(used)]
  globalThis.gc?.()
  const bytes = process.memoryUsage().arrayBuffers - before.arrayBuffers
  const found = Int32Array.from({ length: count }, (_, at) => index.clusterOf(at))
  const { recall, precision } = judge(found, campaignOf)
  const speed = (count * 1000) / all
  console.log(
    `${whole(count).padStart(9)} comments  ${whole(speed)}/s (${whole((count * 1e6) / (cpu.user + cpu.system))} a processor second; ` +
      `grouping ${((all - taken) / 1000).toFixed(2)} s)  ${(bytes / count).toFixed(0)} bytes a comment, most ` +
      `${whole(process.resourceUsage().maxRSS / 1024)} MB  recall ${recall.toFixed(4)} precision ${precision.toFixed(4)}  ` +
      `${campaigns.length} campaigns`,
  )
  const fresh = plantCampaigns(200, 99).texts
  const each = fresh.map((one) => {
    const begin = performance.now()
    index.add(one)
    return performance.now() - begin
  })
  console.log(
    `           one more: ${(each.toSorted((a, b) => b - a)[2] ?? 0).toFixed(3)} ms (third worst of 200)`,
  )
  return speed
}

/** What npm's minhash does of the same work: a signature of 100 minima for each comment, and nothing after it. */
function measurePeer(): number {
  const { texts } = plantCampaigns(peerCount)
  const start = performance.now()
  for (const one of texts) {
    const words = one.toLowerCase().split(/[^\p{L}\p{N}_]+/u)
    const signature = new Minhash({ numPerm: 100 })
    for (let at = 0; at + 5 <= words.length; at += 1) signature.update(words.slice(at, at + 5).join(' '))
  }
  const speed = (peerCount * 1000) / (performance.now() - start)
  console.log(`npm minhash, signatures only: ${whole(speed)}/s`)
  return speed
}

const speeds: number[] = []
console.log(`${threads} threads`)
await measure(10_000)
for (let count = 10_000; count <= most; count *= 10) speeds.push(await measure(count))
console.log(`ratio to npm minhash: ${((speeds.at(-1) ?? 0) / measurePeer()).toFixed(0)}`)
