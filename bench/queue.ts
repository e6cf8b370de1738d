// How long an analyst waits for the queue, for the next comment and for the desk, and whether two ever get the same one.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { codeComments } from './kit/coded-comments.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { databaseOf } from './kit/stored-comments.ts'
import { variedWords } from './kit/varied-words.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { rows: text, times: text } })
const [rows, times] = [Number(values.rows ?? 100_000), Number(values.times ?? 200)]
/** Every tenth comment is a copy in a campaign of fifty. */
const letter = (seed: number) =>
  seed % 10 === 0 ? variedWords(Math.ceil(seed / 500), 80) : variedWords(seed, 80)

async function fill(product: Product, docket: string): Promise<void> {
  const lines = Array.from({ length: rows }, (_, at) =>
    JSON.stringify({
      id: String(at + 1),
      text: `${letter(at + 1)}. We support it.`,
      group: 'users',
      language: 'en',
    }),
  )
  const file = join(product.folder, 'fill.jsonl')
  await writeFile(file, lines.join('\n'))
  await product.cli('import', file, '--request', docket, '--json')
}

/** Waits until the workers have found the campaigns and given each comment its turn. */
async function untilSorted(pool: Pool): Promise<void> {
  const waiting = `select (select count(*)::int from analysis.to_read) as left,
    (select count(*)::int from analysis.queued where turn = 2) as copies`
  for (let tries = 0; tries < 3000; tries += 1) {
    const [found] = (await pool.query<{ left: number; copies: number }>(waiting)).rows
    if (found?.left === 0 && found.copies > 0) return
    await sleep(500)
  }
  throw new Error('The campaigns were not found in time.')
}

/** Comments that more people read than are to: two got them at the same moment. */
const tooManyReaders = `select count(*)::int as over from analysis.queued
  where (select count(*) from analysis.reading where reading.comment_id = queued.comment_id) > wanted`

/** Signs in as whoever this address is; answers the cookie. */
async function signIn(product: Product, email: string): Promise<string> {
  const link = (await product.cli('sign-in-link', email)).trim().split('\n').at(-1) ?? ''
  const body = new URLSearchParams({ name: email.split('@')[0] ?? '' })
  const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('parley=')) ?? ''
  if (answer.status !== 303 || !cookie) throw new Error(`${link} answers ${answer.status}`)
  return cookie.split(';')[0] ?? ''
}

async function ask(url: string, cookie: string, method: 'GET' | 'POST' = 'GET'): Promise<string> {
  const body = method === 'POST' ? new URLSearchParams() : null
  const answer = await fetch(url, {
    method,
    body,
    redirect: 'manual',
    headers: { cookie, accept: 'text/html' },
  })
  const words = await answer.text()
  if (answer.status >= 400) throw new Error(`${url} answers ${answer.status}: ${words.slice(0, 200)}`)
  return answer.headers.get('location') ?? ''
}

async function took(name: string, act: (time: number) => Promise<unknown>): Promise<void> {
  for (let time = 0; time < 5; time += 1) await act(-1 - time)
  const all: number[] = []
  for (let time = 0; time < times; time += 1) {
    const start = performance.now()
    await act(time)
    all.push(performance.now() - start)
  }
  const at = (share: number) => all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? 0
  console.log(`  ${name.padEnd(40)} p50 ${at(0.5).toFixed(1)} ms  p99 ${at(0.99).toFixed(1)} ms`)
}

const product = await makeProduct()
try {
  await product.start()
  const docket = await openRequest(product)
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  await fill(product, docket)
  await untilSorted(pool)
  const people = ['ada@example.org', 'grace@example.org']
  const [ada = '', grace = ''] = [
    await signIn(product, people[0] ?? ''),
    await signIn(product, people[1] ?? ''),
  ]
  const excerpts = await codeComments(pool, people, rows / 2)
  await pool.query('vacuum analyze')
  console.log(`${whole(rows)} comments, ${whole(excerpts)} excerpts coded`)
  const queue = `${product.url}/requests/${docket}/coding`
  await took('queue page', () => ask(queue, ada))
  const taken: string[] = []
  await took('take the next comment', async () => taken.push(await ask(queue, ada, 'POST')))
  await took('desk page', (time) => ask(`${product.url}${taken[Math.max(0, time)]}`, ada))
  await took('queue page, with comments in hand', () => ask(queue, ada))
  const both = await Promise.all(
    [ada, grace].map(async (cookie) => {
      const own: string[] = []
      for (let time = 0; time < times; time += 1) own.push(await ask(queue, cookie, 'POST'))
      return own
    }),
  )
  const all = both.flat()
  const twice = all.length - new Set(all).size
  const [{ over } = { over: 0 }] = (await pool.query<{ over: number }>(tooManyReaders)).rows
  console.log(
    `  two at once took ${whole(all.length)}: both got ${twice - over} that two are to read, and ${over} that one is`,
  )
  if (over > 0) process.exitCode = 1
  await pool.end()
} finally {
  await product.remove()
}
