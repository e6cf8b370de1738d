import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { openImporting } from './testing.ts'

const house = await openImporting()
const { db, written, bring, comments } = house
afterAll(house.close)
beforeEach(() => {
  house.newRequest()
})
const permits = sharedData('comments-campaigns/EPA-R06-OAR-2020-0510-0001.csv')
const pesticides = sharedData('comments-campaigns/EPA-HQ-OPP-2017-0433-0001.csv')

describe('ids in a file', () => {
  test.skipIf(!permits)('are read without a mapping, and those a spreadsheet ate are warned of', async () => {
    const first = await bring(permits ?? '')
    expect(first).toMatchObject({ read: 313, imported: 313, failed: [], skipped: 0 })
    const taken = await comments()
    const eaten = taken.filter(({ original_id }) => original_id === null)
    expect(first).toMatchObject({ warned: eaten.length })
    expect(eaten.length).toBeGreaterThan(0)
    expect(taken.every(({ name, text }) => name === null && text)).toBe(true)
    const second = await bring(permits ?? '')
    expect(second).toMatchObject({ read: 313, imported: 0, skipped: 313 })
  })

  test.skipIf(!pesticides)('of the second campaign docket come too', async () => {
    expect(await bring(pesticides ?? '')).toMatchObject({ read: 196, imported: 196, failed: [] })
  })

  test('that a spreadsheet shortened merge nothing: every row is kept, and known again', async () => {
    const file = written('eaten.csv', 'id,text\n9.00006E+14,One.\n9.00006E+14,Two.\n"9,00006E+14",One.\n')
    const report = await bring(file)
    expect(report).toMatchObject({ imported: 3, warned: 3, failed: [] })
    expect((report as { warnings: { reason: string }[] }).warnings[0]?.reason).toContain('9.00006E+14')
    expect((await comments()).map(({ text }) => text)).toEqual(['One.', 'Two.', 'One.'])
    expect(await bring(file)).toMatchObject({ imported: 0, skipped: 3 })
    const rest = await db
      .selectFrom('docket.imported_row')
      .select('rest')
      .where('request_id', '=', house.request().id)
      .execute()
    expect(rest).toContainEqual({ rest: { id: '9.00006E+14' } })
  })

  test('that come twice with other words are refused by name, with the row as it came', async () => {
    expect(await bring(written('twice.csv', 'id,text\n7,first\n7,second\n7,first\n'))).toMatchObject({
      imported: 1,
      skipped: 1,
      failed: [{ row: 2, reason: expect.stringMatching(/id 7 .* other words/) }],
    })
    const kept = await db
      .selectFrom('docket.import_problem')
      .select('cells')
      .where('outcome', '=', 'failed')
      .execute()
    expect(kept).toEqual([{ cells: { id: '7', text: 'second' } }])
  })

  test('hold a zero byte without keeping the other rows back', async () => {
    const report = await bring(written('zero.csv', 'id,text,note\n1,Yes.,a\0b\n2\0,No.,c\n'))
    expect(report).toMatchObject({ imported: 2, failed: [] })
  })
})

describe('what senders gave away', () => {
  test('an address is kept beside, where nobody writes to it', async () => {
    await bring(written('mail.csv', 'text,email\nYes.,ada@example.org\n'))
    expect(await comments()).toMatchObject([{ text: 'Yes.', email: null }])
  })

  test('a row that was not for publication there is not published here', async () => {
    await bring(written('secret.csv', 'text,name,publication\nMy secret.,Ada,confidential\n'))
    const taken = await comments()
    expect(taken).toMatchObject([{ text: null }])
    const published = await db
      .selectFrom('texts.version')
      .select('id')
      .where('text', 'like', '%secret%')
      .execute()
    expect(published).toEqual([])
  })
})
