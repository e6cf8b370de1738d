// How many rows a second an import takes and how much memory it holds, from 10³ rows on, beside a bare loader.
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { childrenOf, commandOf, memoryOf } from './kit/processes.ts'
import { databaseOf } from './kit/stored-comments.ts'
import { variedWords } from './kit/varied-words.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { rows: text, words: text } })
const [most, words] = [Number(values.rows ?? 100_000), Number(values.words ?? 100)]

/** Half of the rows have no id, so that both ways of knowing a row again are measured. */
function* lines(rows: number): Generator<string> {
  yield 'id,name,organisation,country,date,comment\n'
  for (let at = 1; at <= rows; at += 1) {
    const id = at % 2 === 0 ? '' : `${rows}-${at}`
    yield `${id},Sender ${at},Example ${at % 90},BE,2026-02-03,"${variedWords(rows + at, words)}"\n`
  }
}

/** It may have ended since it was listed. */
function memoryWhileThere(pid: number): number {
  try {
    return memoryOf(pid)
  } catch {
    return 0
  }
}

/** The largest memory seen of the command while it runs, in megabytes. */
async function watched(act: Promise<unknown>): Promise<number> {
  let peak = 0
  const look = setInterval(() => {
    for (const pid of childrenOf(process.pid).filter((one) => commandOf(one).includes('cli.js import')))
      peak = Math.max(peak, memoryWhileThere(pid))
  }, 100)
  await act.finally(() => clearInterval(look))
  return peak
}

/** What a script of a few lines would do: each two hundred rows inserted into one table, in one statement. */
async function loadBare(pool: Pool, file: string): Promise<void> {
  await pool.query('create table if not exists bare_row (id bigserial primary key, line text)')
  const insert = (batch: string[]) =>
    pool.query('insert into bare_row (line) select unnest($1::text[])', [batch])
  let batch: string[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(line)
    if (batch.length < 200) continue
    await insert(batch)
    batch = []
  }
  await insert(batch)
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}

async function measure(product: Product, pool: Pool, docket: string, rows: number): Promise<void> {
  const file = join(product.folder, 'rows.csv')
  await pipeline(Readable.from(lines(rows)), createWriteStream(file))
  let peak = 0
  const seconds = await timed(async () => {
    peak = await watched(product.cli('import', file, '--request', docket))
  })
  const again = await timed(() => product.cli('import', file, '--request', docket))
  const bare = await timed(() => loadBare(pool, file))
  const { rows: counted } = await pool.query('select count(*)::int as here from docket.comment')
  const rate = (taken: number) => `${whole(rows / taken)}/s`
  console.log(
    `${whole(rows)} rows: ${rate(seconds)}, at most ${whole(peak)} MB; the same file again ${rate(again)}; ` +
      `bare loader ${rate(bare)}: ${(bare / seconds).toFixed(3)} (${whole(counted[0]?.here ?? 0)} comments here)`,
  )
}

const product = await makeProduct()
try {
  await product.start()
  const docket = await openRequest(product)
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  for (let rows = 1000; rows <= most; rows *= 10) await measure(product, pool, docket, rows)
  await pool.end()
} finally {
  await product.remove()
}
