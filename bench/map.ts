// How long a reader waits for the position map, a cell of it, the coding queue and the campaigns of a request with 100,000 coded excerpts.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { fillCoded } from './kit/mapped-comments.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { databaseOf } from './kit/stored-comments.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { excerpts: text, times: text } })
const [excerpts, times] = [Number(values.excerpts ?? 100_000), Number(values.times ?? 200)]

/** A session of whoever founded the installation. */
async function signIn(product: Product): Promise<string> {
  const link = (await product.cli('sign-in-link', 'ada@example.org')).match(/https?:\S+/)?.[0] ?? ''
  const answer = await fetch(link, { method: 'POST', redirect: 'manual', body: new URLSearchParams() })
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  if (cookies.length === 0) throw new Error(`Nobody was signed in: ${answer.status}`)
  return cookies.join('; ')
}

async function read(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  const size = (await answer.arrayBuffer()).byteLength
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return size
}

async function took(url: string, cookie: string): Promise<string> {
  let size = await read(url, cookie)
  const all: number[] = []
  for (let time = 0; time < times; time += 1) {
    const start = performance.now()
    size = await read(url, cookie)
    all.push(performance.now() - start)
  }
  const at = (share: number) => all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? 0
  return `p50 ${at(0.5).toFixed(1)} ms  p99 ${at(0.99).toFixed(1)} ms  (${whole(size / 1024)} kB unpacked)`
}

/** Until the work behind the pages has done its part, so that pages are measured and not it. */
async function settled(pool: Pool): Promise<void> {
  const waiting =
    'select (select count(*) from analysis.map_mark) + (select count(*) from analysis.to_read) as left'
  for (;;) {
    const { rows } = await pool.query<{ left: string }>(waiting)
    if (Number(rows[0]?.left) === 0) return
    await sleep(500)
  }
}

const product = await makeProduct()
try {
  await product.start()
  const docket = await openRequest(product)
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  const begin = performance.now()
  await fillCoded(product, pool, docket, excerpts)
  console.log(
    `${whole(excerpts)} excerpts of ${whole(excerpts / 2)} comments, made in ${whole((performance.now() - begin) / 1000)} s`,
  )
  const counting = performance.now()
  await settled(pool)
  console.log(`counted and compared in a further ${whole((performance.now() - counting) / 1000)} s`)
  await pool.query('vacuum analyze')
  const cookie = await signIn(product)
  const request = `${product.url}/requests/${docket}`
  const pages = {
    'map, as everyone': [`${request}/map`, ''],
    'map, on the bench': [`${request}/map`, cookie],
    'map of one country and kind': [`${request}/map?country=FRA&voice=individual`, ''],
    'excerpts of a large cell': [`${request}/map/excerpts?issue=1&group=academia&position=support`, ''],
    'excerpts of a group': [`${request}/map/excerpts?group=users&language=de`, ''],
    'coding queue': [`${request}/coding`, cookie],
    campaigns: [`${request}/campaigns`, ''],
  } as const
  for (const [name, [url, as]] of Object.entries(pages))
    console.log(`  ${name.padEnd(30)} ${await took(url, as)}`)
  await pool.end()
} finally {
  await product.remove()
}
