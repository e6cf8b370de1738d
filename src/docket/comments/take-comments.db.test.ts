import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/db/testing.ts'
import { newId } from '../../platform/id.ts'
import { readEntries } from '../../record/index.ts'
import { shareCommit } from './share-commit.ts'
import { type TakingTables, takeComments } from './take-comments.ts'
import { someArrival, someRequest } from './testing.ts'

const { db, close } = await testDatabase<TakingTables>()
afterAll(close)

const take = (arrivals: readonly ReturnType<typeof someArrival>[]) =>
  db.transaction().execute((tx) => takeComments(tx, arrivals))

const commentsOf = (request: string) =>
  db
    .selectFrom('docket.comment')
    .selectAll()
    .where('request_id', '=', request as never)
    .execute()

const leavesWith = async (number: string) => {
  const rows = await db.selectFrom('record.leaf').selectAll().execute()
  return rows.filter(({ body }) => body.includes(`number ${number}\n`))
}

describe('a comment that is taken', () => {
  test('has its number, its words, its entry and its leaf', async () => {
    const arrival = someArrival({ request: someRequest('EXAMPLE-2026-0001'), country: 'KE' })
    const [taken] = await take([arrival])
    expect(taken).toMatchObject({ number: 'EXAMPLE-2026-0001-0001', again: false })
    const [comment] = await commentsOf(arrival.request.id)
    expect(comment).toMatchObject({
      number: taken?.number,
      state: 'screening',
      named: true,
      declared_group: 'academia',
      country: 'KE',
      leaf_id: taken?.leaf,
      received_at: arrival.receivedAt,
    })
    const [leaf] = await leavesWith('EXAMPLE-2026-0001-0001')
    expect(leaf?.body.match(/^commitment /gm)).toHaveLength(2 + 4 + 1)
    const kinds = (await readEntries(db, 0, 100)).filter(({ about }) => about.id === taken?.id)
    expect(kinds.map(({ kind }) => kind)).toEqual(['comment-received'])
  })

  test('counts on from the last one of its own request', async () => {
    const request = someRequest('A-1')
    const other = someRequest('B-1')
    const taken = await take([request, other, request].map((one) => someArrival({ request: one })))
    const later = await take([someArrival({ request })])
    expect([...taken, ...later].map(({ number }) => number)).toEqual([
      'A-1-0001',
      'B-1-0001',
      'A-1-0002',
      'A-1-0003',
    ])
  })

  test('is published at once only where it comes already posted', async () => {
    const published = async (state: 'posted' | 'screening') => {
      const [taken] = await take([someArrival({ state })])
      const answer = db
        .selectFrom('docket.answer')
        .selectAll()
        .where('comment_id', '=', taken?.id as never)
      return (await answer.executeTakeFirstOrThrow()).published_id
    }
    expect(await published('posted')).not.toBeNull()
    expect(await published('screening')).toBeNull()
  })

  test('keeps confidential words apart, even when it comes already posted', async () => {
    const canary = 'canary-7b1f'
    const attachment = {
      name: 'a.txt',
      mediaType: 'text/plain',
      bytes: 3,
      sha256: 'ab'.repeat(32),
      publication: 'confidential' as const,
      extraction: { state: 'done' as const, extractor: { name: 'x', version: '1' }, text: `file ${canary}` },
    }
    await take([
      someArrival({
        state: 'posted',
        answers: [{ text: `words ${canary}`, publication: 'confidential' }],
        attachments: [attachment],
      }),
    ])
    const tables = ['texts.version', 'texts.confidential_version', 'record.leaf', 'record.entry'] as const
    const holding: string[] = []
    for (const table of tables) {
      const rows = await db.selectFrom(table).selectAll().execute()
      if (JSON.stringify(rows).includes(canary)) holding.push(table)
    }
    expect(holding).toEqual(['texts.confidential_version'])
  })
})

describe('the same key', () => {
  test('is the same comment, whatever comes with it the second time', async () => {
    const arrival = someArrival()
    const [first] = await take([arrival])
    const changed = { ...arrival, answers: [{ text: 'Other words.', publication: 'with-name' as const }] }
    const [second] = await take([changed])
    const { made: _, ...before } = first ?? {}
    expect(second).toEqual({ ...before, again: true })
    expect(await commentsOf(arrival.request.id)).toHaveLength(1)
  })

  test('twice in one batch is one comment: the first', async () => {
    const arrival = someArrival()
    const [first, second, other] = await take([
      arrival,
      { ...arrival },
      someArrival({ request: arrival.request }),
    ])
    expect([first?.again, second?.again]).toEqual([false, true])
    expect(second?.number).toBe(first?.number)
    expect(other?.number).toBe(`${arrival.request.docket}-0002`)
  })

  test('leaves no gap in the numbers', async () => {
    const arrival = someArrival()
    await take([arrival])
    const [, next] = await take([arrival, someArrival({ request: arrival.request })])
    expect(next?.number).toBe(`${arrival.request.docket}-0002`)
  })

  test('in another request is another comment', async () => {
    const arrival = someArrival()
    await take([arrival])
    const [other] = await take([{ ...arrival, request: someRequest('OTHER-1') }])
    expect(other).toMatchObject({ number: 'OTHER-1-0001', again: false })
  })

  test('twenty times at once, by two processes, is one comment, one entry and one leaf', async () => {
    const arrival = someArrival({ request: someRequest('TWENTY-1') })
    const processes = [shareCommit(take), shareCommit(take)]
    const clicks = Array.from({ length: 10 }, () => processes.map((one) => one.take(arrival)))
    const answers = await Promise.all(clicks.flat())
    expect(new Set(answers.map(({ number }) => number))).toEqual(new Set(['TWENTY-1-0001']))
    expect(answers.filter(({ again }) => !again)).toHaveLength(1)
    expect(await commentsOf(arrival.request.id)).toHaveLength(1)
    expect(await leavesWith('TWENTY-1-0001')).toHaveLength(1)
    const entries = (await readEntries(db, 0, 10_000)).filter(
      ({ process }) => process === arrival.request.processId,
    )
    expect(entries).toHaveLength(1)
  })
})

describe('when something goes wrong', () => {
  test('nothing of a comment stays behind where its transaction fails', async () => {
    const arrival = someArrival()
    const before = await db.selectFrom('record.leaf').select('id').execute()
    const failing = db.transaction().execute(async (tx) => {
      await takeComments(tx, [arrival])
      throw new Error('the power went')
    })
    await expect(failing).rejects.toThrow('the power went')
    expect(await commentsOf(arrival.request.id)).toEqual([])
    expect(await db.selectFrom('record.leaf').select('id').execute()).toHaveLength(before.length)
    const [taken] = await take([arrival])
    expect(taken).toMatchObject({ number: `${arrival.request.docket}-0001`, again: false })
  })

  test('a poisoned arrival fails alone, and its neighbours are taken with no gap', async () => {
    const request = someRequest('POISON-1')
    const poisoned = someArrival({ request, channel: 'pigeon' as never })
    const queue = shareCommit(take)
    const arrivals = [someArrival({ request }), someArrival({ request }), poisoned, someArrival({ request })]
    const answers = await Promise.allSettled(arrivals.map(queue.take))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    const numbers = (await commentsOf(request.id)).map(({ number }) => number).sort()
    expect(numbers).toEqual(['POISON-1-0001', 'POISON-1-0002', 'POISON-1-0003'])
  })

  test('an imported comment is not taken twice under another key', async () => {
    const original = { id: 'HHS-1', source: 'regulations.gov' }
    const arrival = someArrival({ original })
    await take([arrival])
    await expect(take([{ ...arrival, idempotencyKey: newId(0) }])).rejects.toThrow(/comment_by_original/)
  })
})
