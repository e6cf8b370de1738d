import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { importFile } from '../../../docket/index.ts'
import { sharedData } from '../../../platform/testing/shared-data.ts'
import { openFinding } from './testing.ts'

const finding = await openFinding()
const { house, find, campaigns, fresh, db } = finding
afterAll(finding.close)
beforeEach(() => finding.newRequest())

async function bring(name: string): Promise<boolean> {
  const file = sharedData(name)
  if (file === undefined) return false
  const request = { ...finding.request(), questions: [] }
  const done = await importFile(house.services, { file, request, told: new Map() })
  if ('refused' in done) throw new Error(done.refused)
  return true
}

const sizesFound = async () => (await campaigns()).map(({ members }) => members.length).sort((a, b) => b - a)

const [r06, opp] = ['EPA-R06-OAR-2020-0510-0001', 'EPA-HQ-OPP-2017-0433-0001']

test.each([
  [r06, [67, 62, 47, 30, 21, 17, 16, 14], 11, 292],
  [opp, [112, 4, 3, 3, 2], 5, 124],
])(
  'the imported docket %s has the campaigns that the README of the data names',
  async (name, sizes, count, members) => {
    if (!(await bring(`comments-campaigns/${name}.csv`))) return
    await find()
    const found = await sizesFound()
    expect(found.slice(0, 8)).toEqual(sizes)
    expect(found).toHaveLength(count)
    const path = `/api/requests/${finding.request().docket}/campaigns`
    expect((await house.get(path)).json()).toMatchObject({ campaigns: count, copies: members })
  },
)

test('“see attached” is no campaign, and is counted apart', async () => {
  if (!(await bring('comments-bulk-csv/CMS-2025-0050-first-50.csv'))) return
  await find()
  const path = `/api/requests/${finding.request().docket}/campaigns`
  const told = (await house.get(path)).json<{ stubs: number; list: { template: { text: string } }[] }>()
  expect(told.list.filter(({ template }) => /attached/i.test(template.text))).toEqual([])
  expect(told.stubs).toBeGreaterThan(0)
})

test.each(['the same', 'another'])(
  'what breaks off in the middle of a batch leaves nothing half done, and %s worker goes on where it stood',
  async (worker) => {
    if (!(await bring(`comments-campaigns/${r06}.csv`))) return
    while ((await textsRead()) === 0) await finding.finder().next()
    const before = await sizesFound()
    await breakMembers('create')
    await expect(find()).rejects.toThrow('broken off')
    expect(await sizesFound()).toEqual(before)
    await breakMembers('drop')
    if (worker === 'another') await fresh()
    await find()
    expect(await sizesFound()).toHaveLength(11)
    expect(await textsRead()).toBe(313)
    expect((await finding.members()).filter(({ left }) => !left)).toHaveLength(292)
  },
)

async function textsRead(): Promise<number> {
  const { id } = finding.request()
  return (await db.selectFrom('analysis.read_text').select('id').where('request_id', '=', id).execute())
    .length
}

/** The last thing that a batch writes fails. */
async function breakMembers(how: 'create' | 'drop'): Promise<void> {
  if (how === 'drop') {
    await sql`drop trigger broken on analysis.campaign_member`.execute(db)
    return
  }
  await sql`create or replace function public.break_off() returns trigger language plpgsql as
    $$ begin raise exception 'broken off'; end $$`.execute(db)
  await sql`create trigger broken before insert on analysis.campaign_member execute function public.break_off()`.execute(
    db,
  )
}
