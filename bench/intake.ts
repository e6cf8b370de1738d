// How many comments a second are durably taken, against a bare Fastify handler that inserts one row, in one run.
import { parseArgs } from 'node:util'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import type { Load } from './kit/comment-load.ts'
import { type Costed, lineFor, sendCosted } from './kit/costed.ts'
import { median, whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { startPeer } from './kit/peer.ts'
import { databaseOf, holds, judge, readStored } from './kit/stored-comments.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: text, rounds: text, profile: text } })
const [seconds, rounds] = [Number(values.seconds ?? 8), Number(values.rounds ?? 5)]
const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []

async function compare(product: Product, load: Load): Promise<{ ours: Costed[]; theirs: Costed[] }> {
  const peer = await startPeer(await databaseOf(product))
  const bare = { ...load, url: peer.url }
  const [ours, theirs]: [Costed[], Costed[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    theirs.push(await sendCosted(bare, peer.pid, product))
    ours.push(await sendCosted(load, product.pid() ?? 0, product))
    if (round === 0) console.log('warm-up, not counted:')
    console.log(lineFor('bare', theirs.at(-1) as Costed))
    console.log(lineFor('Parley', ours.at(-1) as Costed))
  }
  await peer.stop()
  return { ours, theirs }
}

function report(ours: Costed[], theirs: Costed[]): void {
  const each = ours.map((one, at) => one.perSecond / (theirs[at]?.perSecond ?? 1))
  const of = (all: Costed[], value: (one: Costed) => number) => median(all.map(value))
  const cost = (one: Costed) => one.web + one.database
  console.log(
    `medians of ${rounds} rounds: Parley ${whole(of(ours, (one) => one.perSecond))}/s, bare handler ` +
      `${whole(of(theirs, (one) => one.perSecond))}/s; ratio ${median(each).toFixed(2)} ` +
      `(${each.map((one) => one.toFixed(2)).join(' ')})`,
  )
  console.log(
    `processor time a comment: ${(of(ours, cost) / of(theirs, cost)).toFixed(2)} of the bare handler's`,
  )
  console.log(`p99: ${of(ours, ({ p99 }) => p99)} ms (at most 500)`)
}

const product = await makeProduct()
try {
  await product.start(...profile)
  const docket = await openRequest(product)
  const load = { url: product.url, docket, connections: 100, seconds, bytes: 4096 }
  const { ours, theirs } = await compare(product, load)
  report(ours.slice(1), theirs.slice(1))
  const acknowledged = new Map(ours.flatMap(({ ledger }) => [...ledger.acknowledged]))
  const verdict = judge(acknowledged, await readStored(product))
  console.log(`ledger: ${JSON.stringify(verdict)}`)
  process.exitCode = holds(verdict) ? 0 : 1
} finally {
  await product.remove()
}
