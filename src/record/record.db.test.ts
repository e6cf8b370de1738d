import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/db/testing.ts'
import { newId } from '../platform/id.ts'
import {
  append,
  appendAll,
  appendLeaf,
  followRecord,
  partOf,
  type RecordTables,
  readEntries,
} from './index.ts'

const { db, close } = await testDatabase<RecordTables>()
afterAll(close)
const noon = new Date('2026-03-01T12:00:00Z')
const about = () => ({ kind: 'comment', id: newId<'comment'>(noon.getTime()) })
const entry = (kind: string) => ({ kind, about: about(), at: noon })
const transaction = db.transaction()

test('an entry stands or falls with the state it tells of', async () => {
  const failing = transaction.execute(async (tx) => {
    await append(tx, entry('never-happened'))
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect((await readEntries(db, 0, 100)).map(({ kind }) => kind)).not.toContain('never-happened')
})

test('a reader never skips an entry, whichever transaction ends first', async () => {
  const start = (await readEntries(db, 0, 1000)).at(-1)?.position ?? 0
  const slow = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  const first = transaction.execute(async (tx) => {
    await append(tx, entry('slow'))
    written.resolve()
    await slow.promise
  })
  await written.promise
  await transaction.execute((tx) => append(tx, entry('quick')))
  const seen = await readEntries(db, start, 100)
  expect(seen.map(({ kind }) => kind)).toEqual(['quick'])
  slow.resolve()
  await first
  const rest = await readEntries(db, seen.at(-1)?.position ?? 0, 100)
  expect(rest.map(({ kind }) => kind)).toEqual(['slow'])
})

test('entries of one instant stand in the order in which they were written', async () => {
  const start = (await readEntries(db, 0, 1000)).at(-1)?.position ?? 0
  const kinds = Array.from({ length: 30 }, (_, i) => `instant-${i}`)
  await transaction.execute(async (tx) => {
    await appendAll(tx, kinds.slice(0, 20).map(entry))
    for (const kind of kinds.slice(20)) await append(tx, entry(kind))
  })
  expect((await readEntries(db, start, 100)).map(({ kind }) => kind)).toEqual(kinds)
})

test('writers and readers at once: every entry is read once, positions have no gaps', async () => {
  const from = (await readEntries(db, 0, 10_000)).at(-1)?.position ?? 0
  const writers = Array.from({ length: 40 }, (_, i) =>
    transaction.execute(async (tx) => {
      await appendAll(tx, [entry(`many-${i}`), entry(`many-${i}`)])
      await sql`select pg_sleep(${(i % 5) / 200})`.execute(tx)
    }),
  )
  const seen: number[] = []
  let position = from
  const read = async () => {
    const entries = await readEntries(db, position, 7)
    seen.push(...entries.map((one) => one.position))
    position = entries.at(-1)?.position ?? position
  }
  while (seen.length < 80) await read()
  await Promise.all(writers)
  expect(seen).toEqual(Array.from({ length: 80 }, (_, i) => from + i + 1))
})

test('a reader that fails begins again where it was, and two of one name never do the same work', async () => {
  await transaction.execute((tx) => appendAll(tx, [entry('one'), entry('two'), entry('three')]))
  const all = (await readEntries(db, 0, 10_000)).length
  const failing = followRecord(db, 'mailer', 10_000, async () => {
    throw new Error('no mail today')
  })
  await expect(failing).rejects.toThrow('no mail today')
  let handled = 0
  const handle = async (_: unknown, entries: readonly unknown[]) => {
    handled += entries.length
  }
  const turn = () =>
    Promise.all([followRecord(db, 'mailer', 5, handle), followRecord(db, 'mailer', 5, handle)])
  for (let read = [1]; read.some((count) => count > 0); ) read = await turn()
  expect(handled).toBe(all)
})

test('what an entry says comes back as it was said', async () => {
  const by = newId<'person'>(noon.getTime())
  const said = {
    ...entry('comment-posted'),
    by,
    capacity: 'in-own-name',
    detail: { parts: ['1', '2'], late: true },
  }
  await transaction.execute((tx) => append(tx, said))
  expect((await readEntries(db, 0, 10_000)).at(-1)).toMatchObject(said)
})

test.each([
  `update record.entry set kind = 'other'`,
  `update record.entry set position = position + 1000`,
  `delete from record.entry`,
  `truncate record.entry`,
  `update record.leaf set body = 'other'`,
  `update record.leaf set index = 0, logged = now(), body = 'other'`,
  `delete from record.leaf`,
  `truncate record.leaf cascade`,
])('the database refuses: %s', async (statement) => {
  await transaction.execute(async (tx) => {
    await append(tx, entry('kept'))
    await appendLeaf(tx, {
      kind: 'comment-received',
      number: 'A-1',
      received: noon,
      parts: [partOf('name', 'Ada')],
    })
  })
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(/only grows/)
})
