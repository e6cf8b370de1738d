import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openImporting } from './testing.ts'

const house = await openImporting()
const { db, written, bring, comments } = house
afterAll(house.close)
beforeEach(() => {
  house.newRequest()
})

const survey = 'Who,Said,Note\nAda,I agree.,x\nAda,I agree.,x\nBob,I do not.,\n'
const mapped = (...pairs: [string, string][]) => new Map(pairs)

describe('the same file brought again', () => {
  test('doubles no row without an id, whatever its columns are said to mean', async () => {
    const file = written('survey.csv', survey)
    expect(await bring(file, mapped(['text', 'Said']))).toMatchObject({ imported: 3 })
    expect(await bring(file, mapped(['text', 'Said'], ['name', 'Who']))).toMatchObject({
      imported: 0,
      skipped: 3,
    })
    expect(await bring(file, mapped(['text', 'Note'], ['name', 'Said']))).toMatchObject({ imported: 0 })
    expect(await comments()).toHaveLength(3)
  })

  test('doubles none where its ids were not said to be ids the first time, or are not the second', async () => {
    const file = written('numbered.csv', 'Nr of row,Said\n1,Yes.\n2,No.\n')
    expect(await bring(file, mapped(['text', 'Said']))).toMatchObject({ imported: 2 })
    expect(await bring(file, mapped(['text', 'Said'], ['id', 'Nr of row']))).toMatchObject({ skipped: 2 })
    house.newRequest()
    expect(await bring(file, mapped(['text', 'Said'], ['id', 'Nr of row']))).toMatchObject({ imported: 2 })
    expect(await bring(file, mapped(['text', 'Said']))).toMatchObject({ imported: 0, skipped: 2 })
  })

  test('and saved again with its columns in another order, or with an empty one more, is the same', async () => {
    await bring(written('one.csv', 'text,name\nYes.,Ada\n'))
    expect(await bring(written('two.csv', 'name,text,more\nAda,Yes.,\n'))).toMatchObject({ skipped: 1 })
  })

  test('is known by the keys that rows were given before, too', async () => {
    const file = written('before.jsonl', '{"text":"I agree."}\n{"text":"I agree."}\n{"text":"No."}\n')
    await bring(file)
    // As they stood before keys were made of cells: made of the words as they were understood.
    const agree = 'row:Jz1xFjzdZelfS85bKu13uUZ5Am3DCIj6-DZITkAG2cA'
    const before = [`${agree}:1`, `${agree}:2`, 'row:1VqTNHGA_kXpx3K5MpTCJZz4DizZWNYUkjjGgOxQyJ0:1']
    for (const [at, key] of before.entries())
      await db
        .updateTable('docket.imported_row')
        .set({ key })
        .where('request_id', '=', house.request().id)
        .where('row_number', '=', at + 1)
        .execute()
    expect(await bring(file)).toMatchObject({ imported: 0, skipped: 3 })
  })

  test('to the byte is told, and what is not the same is not', async () => {
    const file = written('bytes.csv', 'text\nYes.\n')
    expect(await bring(file)).not.toHaveProperty('broughtBefore')
    expect(await bring(file)).toHaveProperty('broughtBefore')
    expect(await bring(written('bytes.csv', 'text\nYes.\nNo.\n'))).not.toHaveProperty('broughtBefore')
    house.newRequest()
    expect(await bring(file)).not.toHaveProperty('broughtBefore')
  })

  test('brings what was not taken the first time', async () => {
    const file = written('mended.csv', 'Slip,Said\n7,first\n7,second\n')
    expect(await bring(file, mapped(['text', 'Said'], ['id', 'Slip']))).toMatchObject({ imported: 1 })
    expect(await bring(file, mapped(['text', 'Said']))).toMatchObject({ imported: 1, skipped: 1 })
    expect((await comments()).map(({ text }) => text)).toEqual(['first', 'second'])
  })
})

test('a row that says the same in another file is told from none', async () => {
  await bring(written('a.csv', 'text\nYes.\n'))
  expect(await bring(written('b.csv', 'text\nYes.\nYes.\n'))).toMatchObject({ imported: 1, skipped: 1 })
  expect(await db.selectFrom('docket.imported_row').select('key').execute()).not.toEqual([])
})
