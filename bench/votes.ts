// How many votes a second are durably taken, against the bare handler of the intake bench, in one run.
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { median, whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { startPeer } from './kit/peer.ts'
import { ask, databaseOf } from './kit/stored-comments.ts'
import { type MeasuredVotes, openDeliberation, sendRows, sendVotes } from './kit/vote-load.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: text, rounds: text, connections: text } })
const [seconds, rounds] = [Number(values.seconds ?? 8), Number(values.rounds ?? 5)]
const connections = Number(values.connections ?? 100)

function line(name: string, { perSecond, p50, p99, statuses }: MeasuredVotes): void {
  const others = [...statuses]
    .filter(([status]) => status !== 201)
    .map(([status, count]) => `${status} × ${count}`)
  console.log(
    `${name.padEnd(8)} ${whole(perSecond).padStart(6)}/s  p50 ${p50} ms  p99 ${p99} ms  ${others.join('  ')}`,
  )
}

async function compare(product: Product, path: string) {
  const peer = await startPeer(await databaseOf(product))
  const [ours, theirs]: [MeasuredVotes[], MeasuredVotes[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    theirs.push(await sendRows({ url: peer.url, connections, seconds }))
    ours.push(await sendVotes({ url: product.url, path, connections, seconds }))
    if (round === 0) console.log('warm-up, not counted:')
    line('bare', theirs.at(-1) as MeasuredVotes)
    line('Parley', ours.at(-1) as MeasuredVotes)
  }
  await peer.stop()
  return { ours, theirs }
}

interface Stored {
  votes: number
  counting: number
  unsealed: number
  sealed: number
  leaves: number
  entries: number
}

/** What the database holds, read past the product; waits for the last batch. */
async function readStored(product: Product): Promise<Stored> {
  for (let tries = 0; ; tries += 1) {
    const [stored] = await ask<Stored>(
      product,
      `select (select count(*)::int from deliberation.vote_log) as votes,
        (select count(*)::int from deliberation.vote) as counting,
        (select count(*)::int from deliberation.vote_log where batch_id is null) as unsealed,
        (select coalesce(sum(votes), 0)::int from deliberation.batch) as sealed,
        (select count(*)::int from record.leaf join deliberation.batch on leaf.id = batch.leaf_id) as leaves,
        (select count(*)::int from record.entry where kind = 'votes-cast') as entries`,
    )
    if (stored && (stored.unsealed === 0 || tries > 200)) return stored
    await sleep(200)
  }
}

process.env['TRUST_PROXY'] = 'true'
const product = await makeProduct()
try {
  await product.start()
  const path = await openDeliberation(product, await openRequest(product))
  const { ours, theirs } = await compare(product, path)
  const each = ours.slice(1).map((one, at) => one.perSecond / (theirs[at + 1]?.perSecond ?? 1))
  const middle = (all: MeasuredVotes[]) => whole(median(all.slice(1).map(({ perSecond }) => perSecond)))
  console.log(
    `medians of ${rounds} rounds, sealing included: Parley ${middle(ours)}/s, bare handler ${middle(theirs)}/s; ` +
      `ratio ${median(each).toFixed(2)} (${each.map((one) => one.toFixed(2)).join(' ')})`,
  )
  const stored = await readStored(product)
  const ids = await ask<{ id: string }>(product, 'select id from deliberation.vote_log')
  const there = new Set(ids.map(({ id }) => id))
  const acknowledged = ours.flatMap((one) => [...one.acknowledged])
  const lost = acknowledged.filter((id) => !there.has(id)).length
  const batches = stored.leaves
  console.log(`ledger: ${JSON.stringify({ acknowledged: acknowledged.length, lost, ...stored, batches })}`)
  const right = lost === 0 && stored.unsealed === 0 && stored.sealed === stored.votes
  process.exitCode = right && stored.counting === stored.votes && stored.entries === batches ? 0 : 1
} finally {
  await product.remove()
}
