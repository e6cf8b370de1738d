// Many times more than can be taken: what is too much is asked to come again, and nothing is lost or doubled.
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { type Measured, sendComments } from './kit/comment-load.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { memoryOf } from './kit/processes.ts'
import { holds, judge, readStored } from './kit/stored-comments.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: text, connections: text, kilobytes: text } })
const seconds = Number(values.seconds ?? 10)
const connections = Number(values.connections ?? 3000)
const bytes = Number(values.kilobytes ?? 4) * 1024

/** The most memory that the web process had while something went on, in megabytes. */
async function highest<Done>(
  product: Product,
  work: Promise<Done>,
): Promise<{ done: Done; megabytes: number }> {
  let megabytes = 0
  let working = true
  const watching = (async () => {
    while (working) {
      megabytes = Math.max(megabytes, memoryOf(product.pid() ?? 0))
      await sleep(100)
    }
  })()
  const done = await work.finally(() => {
    working = false
  })
  await watching
  return { done, megabytes }
}

function tell(name: string, { perSecond, p50, p99, ledger }: Measured, megabytes: number): void {
  const statuses = [...ledger.statuses].map(([status, count]) => `${status} × ${whole(count)}`)
  console.log(
    `${name}: ${whole(perSecond)}/s taken, ${statuses.join(', ')}; all answers p50 ${p50} ms p99 ${p99} ms; ` +
      `503 without Retry-After: ${ledger.withoutRetryAfter}; web process at most ${whole(megabytes)} MB`,
  )
}

const product = await makeProduct()
try {
  await product.start()
  const load = { url: product.url, docket: await openRequest(product), connections: 100, seconds: 5, bytes }
  const loads = [
    ['before, 100 connections', load],
    [`overload, ${whole(connections)} connections`, { ...load, connections, seconds }],
    ['after, 100 connections', load],
  ] as const
  const acknowledged = new Map<string, string>()
  for (const [name, one] of loads) {
    const { done, megabytes } = await highest(product, sendComments(one))
    tell(name, done, megabytes)
    for (const [key, number] of done.ledger.acknowledged) acknowledged.set(key, number)
  }
  const verdict = judge(acknowledged, await readStored(product))
  console.log(`ledger: ${JSON.stringify(verdict)}`)
  process.exitCode = holds(verdict) ? 0 : 1
} finally {
  await product.remove()
}
