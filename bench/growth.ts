// What a comment costs as comments grow longer, and as the docket grows.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import type { Load } from './kit/comment-load.ts'
import { lineFor, sendCosted } from './kit/costed.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { memoryOf } from './kit/processes.ts'
import { ask } from './kit/stored-comments.ts'
import { wordsOf } from './kit/words.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: text, rows: text } })
const seconds = Number(values.seconds ?? 5)
const most = Number(values.rows ?? 100_000)

async function measure(name: string, load: Load, product: Product): Promise<void> {
  const pid = product.pid() ?? 0
  const line = lineFor(name, await sendCosted(load, pid, product))
  console.log(`${line}  web process ${whole(memoryOf(pid))} MB`)
}

async function countRows(product: Product): Promise<number> {
  const [row] = await ask<{ rows: number }>(product, 'select count(*)::int as rows from docket.comment')
  return row?.rows ?? 0
}

/** Fills the docket from a file, as bulk comments come. */
async function fill(product: Product, docket: string, rows: number): Promise<void> {
  const from = await countRows(product)
  const lines = Array.from({ length: Math.max(0, rows - from) }, (_, at) =>
    JSON.stringify({ id: `${from}-${at}`, text: wordsOf(`${from}-${at}`, 1024), group: 'users' }),
  )
  const file = join(product.folder, 'fill.jsonl')
  await writeFile(file, lines.join('\n'))
  await product.cli('import', file, '--request', docket, '--json')
}

const product = await makeProduct()
try {
  await product.start()
  const load = {
    url: product.url,
    docket: await openRequest(product),
    connections: 100,
    seconds,
    bytes: 4096,
  }
  await measure('warm-up', load, product)
  for (let rows = 1000; rows <= most; rows *= 10) {
    await fill(product, load.docket, rows)
    await measure(`${whole(await countRows(product))} rows`, load, product)
  }
  for (const kilobytes of [1, 4, 16, 64])
    await measure(`${kilobytes} kB each`, { ...load, bytes: kilobytes * 1024 }, product)
} finally {
  await product.remove()
}
