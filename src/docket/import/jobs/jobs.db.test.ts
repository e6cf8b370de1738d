import { Readable } from 'node:stream'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { operator } from '../../../participants/index.ts'
import { after as later } from '../../../platform/time.ts'
import { findRequest, publishBareRequest, type RequestForComment } from '../../../requests/index.ts'
import { bringFile } from '../bring-file.ts'
import type { ImportId } from '../tables.ts'
import { openImporting } from '../testing.ts'
import { importNext } from './keep-importing.ts'
import { claimNext, findImport, listProblems, moveImport } from './store.ts'

const house = await openImporting()
const { db, files } = house
const clock = { now: () => now }
let now = house.services.clock.now()
const services = { ...house.services, clock }
afterAll(house.close)

let request: RequestForComment
let made = 0
beforeEach(async () => {
  made += 1
  const docket = `JOB-2026-${made}`
  const dates = { opensAt: now, deadline: { at: later(now, 86_400_000), zone: 'UTC' } }
  await publishBareRequest(db, operator, { docket, title: 'Asked', process: undefined, ...dates }, now)
  const found = await findRequest(db, docket)
  if (!found) throw new Error('The request is not there.')
  request = found
})

async function brought(name: string, bytes: string): Promise<ImportId> {
  const sent = { name, bytes: Readable.from([Buffer.from(bytes)]), isCut: () => false }
  const done = await bringFile(services, request, sent, undefined)
  if ('refused' in done) throw new Error(done.refused)
  return done.brought
}

async function confirmed(name: string, bytes: string): Promise<ImportId> {
  const id = await brought(name, bytes)
  await db.transaction().execute((tx) => moveImport(tx, id, ['proposed'], { state: 'waiting' }))
  return id
}

const commentsHere = async () => {
  const rows = await db
    .selectFrom('docket.comment')
    .select('id')
    .where('request_id', '=', request.id)
    .execute()
  return rows.length
}
const always = () => true
const rows = (count: number) =>
  `text\n${Array.from({ length: count }, (_, at) => (at % 7 === 3 ? 'The same.' : `Number ${at}.`)).join('\n')}\n`

describe('an import at work', () => {
  test('waits until its columns were confirmed', async () => {
    const id = await brought('some.csv', rows(3))
    expect(await importNext(services, always)).toBe(false)
    expect(await findImport(db, id)).toMatchObject({ state: 'proposed' })
    expect(await commentsHere()).toBe(0)
  })

  test('goes on where it stopped, and takes nothing twice', async () => {
    const id = await confirmed('many.csv', rows(450))
    expect(await importNext(services, () => false)).toBe(true)
    const stopped = await findImport(db, id)
    expect(stopped).toMatchObject({ state: 'running', counts: { read: 200, imported: 200 } })
    expect(await importNext(services, always)).toBe(true)
    const done = await findImport(db, id)
    expect(done).toMatchObject({ state: 'done', part: 1, counts: { read: 450, imported: 450, skipped: 0 } })
    expect(await commentsHere()).toBe(450)
  })

  test('is taken over from a worker that died, and the dead one can write no more', async () => {
    const id = await confirmed('taken.csv', rows(5))
    const dead = crypto.randomUUID()
    await claimNext(db, dead, now, later(now, 60_000))
    expect(await importNext(services, always)).toBe(false)
    now = later(now, 61_000)
    expect(await importNext(services, always)).toBe(true)
    expect(await findImport(db, id)).toMatchObject({ state: 'done', counts: { imported: 5 } })
    expect(await commentsHere()).toBe(5)
  })

  test('of a file that is gone ends as broken, with what was imported kept', async () => {
    const id = await confirmed('gone.csv', rows(3))
    const { sha256 = '' } = (await findImport(db, id)) ?? {}
    await files.remove(sha256)
    expect(await importNext(services, always)).toBe(true)
    expect(await findImport(db, id)).toMatchObject({ state: 'broken', trouble: 'gone' })
  })

  test('may leave the names out, and hold its comments for moderation', async () => {
    const id = await brought('held.csv', 'text,name\nYes.,Ada Example\n')
    const handling = { posting: 'after-moderation', names: 'left-out', exact: false } as const
    await db.transaction().execute((tx) => moveImport(tx, id, ['proposed'], { state: 'waiting', handling }))
    await importNext(services, always)
    const comments = await db
      .selectFrom('docket.comment')
      .select(['state', 'named'])
      .where('request_id', '=', request.id)
      .execute()
    expect(comments).toEqual([{ state: 'screening', named: false }])
  })

  test('keeps each problem with its row', async () => {
    const id = await confirmed('odd.csv', 'id,text\n1,Yes.\n1,No.\n')
    await importNext(services, always)
    expect(await listProblems(db, id)).toMatchObject([
      { row: 2, outcome: 'failed', cells: { id: '1', text: 'No.' } },
    ])
  })
})
