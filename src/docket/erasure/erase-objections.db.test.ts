import { afterAll, expect, test } from 'vitest'
import { listEntriesAbout } from '../../record/index.ts'
import { openObjections } from '../objections/testing.ts'
import { eraseComments } from './erase-comments.ts'

const { house, db, withheld, object } = await openObjections()
afterAll(house.close)

test('a comment takes the words of its objections with it, and an open one ends', async () => {
  const sent = await withheld()
  await object(sent, 'Erase these words.')
  const erased = { reason: 'asked-for', by: undefined, at: house.services.clock.now() }
  await db.transaction().execute((tx) => eraseComments(tx, [sent.id], erased))
  const left = db.selectFrom('moderation.objection').select(['words', 'outcome'])
  expect(await left.where('about_id', '=', sent.id).execute()).toEqual([{ words: '', outcome: 'lapsed' }])
  const kinds = (await listEntriesAbout(db, sent.id)).map(({ kind }) => kind)
  expect(kinds).toContain('objection-lapsed')
})
