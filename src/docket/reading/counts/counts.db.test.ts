import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { noFilters } from '../model.ts'
import { listed } from '../store.ts'
import { openDocket } from '../testing.ts'
import { countComments, countListed, foldTally } from './store.ts'

const docket = await openDocket()
const { db, newRequest, post } = docket
afterAll(docket.close)

const request = await newRequest()
const fates = {
  posted: sql`state = 'posted', withdrawn_at = null, superseded_by = null, superseded_as = null`,
  withheld: sql`state = 'withheld', withdrawn_at = null, superseded_by = null, superseded_as = null`,
  screened: sql`state = 'screening', withdrawn_at = null, superseded_by = null, superseded_as = null`,
  erased: sql`state = 'erased'`,
  withdrawn: sql`withdrawn_at = received_at, superseded_by = null, superseded_as = null`,
  replaced: sql`superseded_by = id, superseded_as = 'correction', withdrawn_at = null`,
  confidential: sql`confidential = not confidential`,
  named: sql`named = not named`,
  confirmed: sql`verification = 'e-mail'`,
  moved: sql`language = 'fr', country = 'IE', declared_group = 'academia'`,
} as const
const changes = fc.array(
  fc.record({
    what: fc.constantFrom(...Object.keys(fates)),
    of: fc.integer({ min: 0, max: 3 }),
    fold: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)

test('whatever happens to comments, each is counted once and as it stands', async () => {
  await post(request, {}, {}, {}, {}, {}, {}, {}, {})
  const filters = [
    noFilters,
    { ...noFilters, state: 'all' as const },
    { ...noFilters, state: 'withdrawn' as const },
    { ...noFilters, language: 'fr' },
    { ...noFilters, joint: 'only' as const },
    { ...noFilters, group: 'academia', country: 'IE' },
  ]
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      for (const { what, of, fold } of all) {
        await sql`update docket.comment set ${fates[what as keyof typeof fates]}
          where request_id = ${request.id} and right(number, 1)::int % 4 = ${of}`.execute(db)
        if (fold) await foldTally(db)
      }
      for (const one of filters) {
        const { rows } = await sql<{ count: number }>`select count(*) from docket.comment
          where ${listed(request, one)}`.execute(db)
        expect(await countListed(db, request, one, 1000)).toBe(rows[0]?.count)
      }
      const { received, late: _, named, confirmed, ...standings } = await countComments(db, request)
      expect(received).toBe(8)
      expect(Object.values(standings).reduce((sum, one) => sum + one, 0)).toBe(8)
      expect(confirmed).toBeLessThanOrEqual(named)
    }),
    { numRuns: 40 },
  )
})

test('a tally of many changes is folded, and says the same', async () => {
  const other = await newRequest()
  await post(other, {}, {})
  const rows = async () =>
    (await db.selectFrom('docket.tally').select('count').where('request_id', '=', other.id).execute()).length
  for (let n = 0; n < 60; n += 1)
    await sql`update docket.comment set named = not named where request_id = ${other.id}`.execute(db)
  const [counts, before] = [await countComments(db, other), await rows()]
  expect(before).toBeGreaterThan(100)
  await Promise.all([foldTally(db), foldTally(db)])
  expect(await rows()).toBeLessThan(5)
  expect(await countComments(db, other)).toEqual(counts)
  expect(await countListed(db, other, noFilters, 1000)).toBe(2)
})
