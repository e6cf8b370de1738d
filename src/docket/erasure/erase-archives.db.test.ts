import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import { findProcess } from '../../processes/index.ts'
import { latestPosition, placeEntries } from '../../record/index.ts'
import { saveDataset } from '../dataset/store.ts'
import { arrivalAt, type DocketTables, openRequest, receive } from '../posting/testing.ts'
import { eraseComments } from './erase-comments.ts'
import { type DocketTables as ErasedTables, findCommentIds } from './store.ts'

let database: TestDatabase<DocketTables & ErasedTables>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('an archive that was begun before a comment was erased is not kept after it', async () => {
  const { db } = database
  const at = new Date('2026-03-02T12:00:00Z')
  const request = await openRequest(db, { opens: at })
  const process = await findProcess(db, request.processId)
  if (!process) throw new Error('There is no process.')
  const [number = ''] = await receive(db, [arrivalAt(request)])
  await placeEntries(db)
  const entriesTo = await latestPosition(db)
  const scope = { process, requests: [request], whole: false }
  const made = { madeAt: at, entriesTo, sha256: 'a'.repeat(64), bytes: 7 }
  const save = () => db.transaction().execute((tx) => saveDataset(tx, scope, made))
  expect(await save()).toBe(true)
  const ids = await findCommentIds(db, { number })
  const erased = { reason: 'asked-for', by: undefined, at }
  const gone = await db.transaction().execute((tx) => eraseComments(tx, ids, erased))
  expect(gone.archives).toEqual([made.sha256])
  expect(await save()).toBe(false)
  expect(await db.selectFrom('docket.dataset').selectAll().execute()).toEqual([])
})
