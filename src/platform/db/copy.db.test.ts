import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectOne, type OneConnection } from './connect.ts'
import { copyIn, copyOut } from './copy.ts'

let one: OneConnection<unknown>
beforeAll(async () => {
  one = await connectOne<unknown>(inject('cluster'), 'test')
  await one.client.query('create temp table copied (n int primary key, words text)')
})
afterAll(() => one.close())

const rows = 40_000
const query = `select n, repeat(md5(n::text), 1 + n % 40) from generate_series(1, ${rows}) n`

async function* slowly(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    await new Promise((resolve) => setImmediate(resolve))
    yield chunk
  }
}

async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.from('1\tone\n')
  throw new Error('The source broke off.')
}

async function* wrong(): AsyncGenerator<Buffer> {
  for (let n = 0; n < 2000; n += 1) yield Buffer.from('not a number\tone\n')
}

test('Many rows come out and go in again bit for bit, also when they are read slowly', async () => {
  let counted = 0
  const pieces: Buffer[] = []
  const count = (all: number) => {
    counted = all
  }
  for await (const piece of slowly(copyOut(one.client, `copy (${query}) to stdout`, count)))
    pieces.push(piece)
  expect(counted).toBe(rows)
  async function* again() {
    yield* pieces
  }
  expect(await copyIn(one.client, 'copy copied from stdin', again())).toBe(rows)
  const { rows: differing } = await one.client.query(
    `select 1 from (${query} except table copied) as differing`,
  )
  expect(differing).toEqual([])
})

test('A short table that comes all at once leaves a connection that goes on', async () => {
  const short = `copy (select n, 'word' from generate_series(1, 200) n) to stdout`
  for (let round = 0; round < 20; round += 1) {
    const pieces: Buffer[] = []
    let counted = 0
    const count = (all: number) => {
      counted = all
    }
    for await (const piece of slowly(copyOut(one.client, short, count))) pieces.push(piece)
    expect(counted).toBe(200)
    expect(Buffer.concat(pieces).toString().trimEnd().split('\n')).toHaveLength(200)
    expect((await one.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  }
})

test('What breaks off on either side is told, nothing of it stays, and the connection goes on', async () => {
  const into = (from: () => AsyncGenerator<Buffer>) => copyIn(one.client, 'copy copied from stdin', from())
  await expect(into(broken)).rejects.toThrow('The source broke off.')
  await expect(into(wrong)).rejects.toThrow('invalid input syntax')
  const nowhere = copyOut(one.client, 'copy nowhere to stdout', () => {})
  await expect(nowhere.next()).rejects.toThrow('does not exist')
  expect((await one.client.query('select count(*) as n from copied')).rows).toEqual([{ n: rows }])
})

test('A copy that nobody reads to its end does not keep the connection', async () => {
  await expect(async () => {
    for await (const _ of copyOut(one.client, `copy (${query}) to stdout`, () => {}))
      throw new Error('Full disk.')
  }).rejects.toThrow('Full disk.')
  const { rows: answered } = await one.client.query('select 1 as one')
  expect(answered).toEqual([{ one: 1 }])
})
