import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from './platform/id.ts'
import { testApp } from './testing.ts'
import { tidy } from './tidy.ts'

const house = await testApp()
afterAll(house.close)
const { db, files } = house.services

async function file(words: string): Promise<string> {
  const put = await files.put(Readable.from([Buffer.from(words)]), 100)
  if ('refused' in put) throw new Error('The file was not kept.')
  return put.sha256
}

async function draftWith(sha256: string, saved: string) {
  const draft = newId<'draft'>(1)
  const kept = {
    request_id: newId<'request'>(1),
    resume_hash: Buffer.from(sha256),
    sealed: null,
    comment_id: null,
  }
  await db
    .insertInto('docket.draft')
    .values({ id: draft, ...kept, saved_at: new Date(saved) })
    .execute()
  await sql`insert into docket.draft_file (id, draft_id, position, name, media_type, bytes, sha256, extraction, added_at)
    values (${newId(1)}, ${draft}, 0, 'a.txt', 'text/plain', 1, ${sha256}, 'done', now())`.execute(db)
}

test('files go when nothing points at them any more: no draft, no comment, no paper', async () => {
  const [alone, old, fresh, sent, paper] = [
    await file('alone'),
    await file('old'),
    await file('fresh'),
    await file('sent'),
    await file('paper'),
  ]
  await draftWith(old, '2026-01-01')
  await draftWith(fresh, '2998-12-30')
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into docket.attachment (id, comment_id, position, name, media_type, bytes, sha256, publication, extraction)
      values (${newId(1)}, ${newId(1)}, 0, 'b.txt', 'text/plain', 1, ${sent}, 'with-name', 'done')`.execute(
      tx,
    )
    await sql`insert into requests.paper (id, request_id, position, title, sha256, file_name, media_type, bytes)
      values (${newId(1)}, ${newId(1)}, 1, 'Paper', ${paper}, 'c.txt', 'text/plain', 1)`.execute(tx)
  })
  const clock = { now: () => new Date('2999-01-01') }
  expect(await tidy({ db, clock, files })).toEqual({ drafts: 1, files: 2 })
  const left = await Promise.all([alone, old, fresh, sent, paper].map((address) => files.has(address)))
  expect(left).toEqual([false, false, true, true, true])
})
