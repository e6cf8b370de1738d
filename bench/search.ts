// How long a reader waits for the docket, its filters and its search as the docket grows, beside ILIKE on the same table.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { databaseOf } from './kit/stored-comments.ts'
import { madeWord, variedWords } from './kit/varied-words.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { rows: text, times: text } })
const [most, times] = [Number(values.rows ?? 100_000), Number(values.times ?? 200)]

const languages = ['en', 'de', 'fr', 'es', 'und']
const groups = ['users', 'academia', 'government', 'private-sector']
const frequent = madeWord(1)
const [common, rare] = [madeWord(40), madeWord(15_000)]

async function fill(product: Product, docket: string, from: number, to: number): Promise<number> {
  const lines = Array.from({ length: to - from }, (_, at) => {
    const seed = from + at + 1
    const language = languages[seed % languages.length]
    return JSON.stringify({
      id: String(seed),
      text: variedWords(seed, 150),
      group: groups[seed % 4],
      language,
    })
  })
  const file = join(product.folder, 'fill.jsonl')
  await writeFile(file, lines.join('\n'))
  const start = performance.now()
  await product.cli('import', file, '--request', docket, '--json')
  return ((to - from) * 1000) / (performance.now() - start)
}

async function took(act: () => Promise<unknown>, count: number): Promise<string> {
  await act()
  const all: number[] = []
  for (let time = 0; time < count; time += 1) {
    const start = performance.now()
    await act()
    all.push(performance.now() - start)
  }
  const at = (share: number) => all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? 0
  return `p50 ${at(0.5).toFixed(1)} ms  p99 ${at(0.99).toFixed(1)} ms`
}

async function read(url: string): Promise<void> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
}

const asked = {
  'docket page': '',
  'filter: group and language': 'group=users&language=de',
  'search: a word of every second comment': `words=${frequent}`,
  'search: a common word': `words=${common}`,
  'search: a rare word': `words=${rare}`,
  'search: two words and a filter': `words=${common}+${frequent}&group=users`,
  'search: a phrase': `words=%22${madeWord(1)}+${madeWord(2)}%22`,
  'search: a word to leave out': `words=-${frequent}`,
  'search: nothing found': 'words=nowhere',
}

async function measure({ url }: Product, docket: string, pool: Pool): Promise<void> {
  for (const [name, query] of Object.entries(asked)) {
    const page = `${url}/requests/${docket}/comments?${query}`
    console.log(`  ${name.padEnd(40)} ${await took(() => read(page), times)}`)
  }
  for (const word of [frequent, rare]) {
    const peer = () =>
      pool.query(
        `select id from texts.version where kind = 'published' and text ilike '%' || $1 || '%' limit 10001`,
        [word],
      )
    console.log(`  ${`ILIKE, uncounted: ${word}`.padEnd(40)} ${await took(peer, Math.min(times, 20))}`)
  }
}

const product = await makeProduct()
try {
  await product.start()
  const docket = await openRequest(product)
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  let before = 0
  for (let rows = 1000; rows <= most; rows *= 10) {
    const speed = await fill(product, docket, before, rows)
    before = rows
    await pool.query('vacuum analyze')
    console.log(`${whole(rows)} comments, imported at ${whole(speed)}/s`)
    await measure(product, docket, pool)
  }
  await pool.end()
} finally {
  await product.remove()
}
