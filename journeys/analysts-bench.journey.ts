import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import { addCode, codeComment } from './kit/bench.ts'
import type { Visitor } from './kit/browser.ts'
import { type Held, sendSigned } from './kit/comment.ts'
import { convene, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

const american = sharedData('comments-campaigns/EPA-HQ-OPP-2017-0433-0001.csv')
const process = 'updates-for-connected-devices'
const coding = `/requests/${docket}/coding`
const quoted = 'Makers should promise updates for ten years'

describe.skipIf(!american).each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('The analyst’s bench, $how:', ({ script }) => {
  let house: House
  let zoe: Visitor
  let ada: Visitor
  let grace: Visitor
  let chidi: Visitor
  let mara: Visitor
  let reader: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    mara = await house.visitor({ script })
    reader = await house.visitor({ script })
    await convene(house, zoe.page)
    ada = await enter(house, 'ada@example.org', 'Ada Example', { script })
    grace = await enter(house, 'grace@example.org', 'Grace Example', { script })
    for (const name of ['Ada Example', 'Grace Example']) await giveRole(zoe.page, name, 'analyst')
    chidi = await enter(house, 'chidi@example.org', 'Chidi Example', { script })
    await giveRole(zoe.page, 'Chidi Example', 'chair')
  })
  afterAll(() => house?.close())

  test('a real docket is brought in beside what people send', async () => {
    const said = await house.product.cli('import', american as string, '--request', docket)
    expect(said).toContain('196')
    held = await sendSigned(mara.page, docket, {
      text: `${quoted}, if repair shops get them too.\n\nA date on the box would help.`,
      name: 'Mara Example',
      email: 'mara@example.org',
    })
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
    await visit(reader, `/comments/${held.number}`, 'bench-comment')
  })

  test('its campaigns are found, each with its words and its members', async () => {
    const { page } = reader
    const found = async () => {
      await page.goto(`/requests/${docket}/campaigns`)
      return wordsOf(page)
    }
    await expect.poll(found, { timeout: 60_000 }).not.toContain('still to be compared')
    await examine(reader, 'bench-campaigns')
    expect(await found()).toMatch(/Comments posted and read 197/)
    await follow(page, /Campaign of \d+ comments/)
    await examine(reader, 'bench-campaign')
  })

  test('the chair lays a codebook, and has every comment coded twice', async () => {
    await addCode(chidi.page, process, 'Duration', 'How long updates come.')
    await addCode(chidi.page, process, 'Repair', 'Who may repair a device.')
    await examine(chidi, 'bench-codebook')
    await chidi.page.goto(coding)
    await chidi.page.getByLabel('How many of 100 comments shall be coded twice?').fill('100')
    await pressButton(chidi.page, 'Save')
  })

  test('one analyst takes what stands first, and codes a comment with a condition', async () => {
    await ada.page.goto(coding)
    await examine(ada, 'bench-queue')
    await pressButton(ada.page, 'Take the next comment')
    await examine(ada, 'bench-desk')
    await pressButton(ada.page, 'Nothing of substance in it')
    await codeComment(ada.page, held.number, [
      {
        words: quoted,
        codes: ['Duration'],
        positions: { '1. Support period': 'Support, with a condition' },
        conditions: { 1: 'repair shops get the updates too' },
      },
    ])
    await examine(ada, 'bench-desk-done')
  })

  test('the second one does not see what the first one said', async () => {
    const { page } = grace
    await page.goto(`/comments/${held.number}/coding`)
    await pressButton(page, 'Take this comment')
    expect(await wordsOf(page)).not.toContain('repair shops get the updates too')
    await follow(page, 'Code')
    await page.getByRole('checkbox', { name: 'Duration' }).check()
    await page.getByLabel('1. Support period').selectOption('Support')
    await pressButton(page, 'Save')
    await pressButton(page, 'Done')
    await examine(grace, 'bench-second')
  })

  test('their agreement is measured, code by code', async () => {
    await visit(chidi, `/processes/${process}/agreement`, 'bench-agreement')
    expect(await wordsOf(chidi.page)).toContain('1 excerpt was coded by two people.')
    expect(await wordsOf(chidi.page)).toContain('1 difference waits to be settled')
  })

  test('the chair settles the difference with a reason', async () => {
    const { page } = chidi
    await page.goto(`/processes/${process}/adjudication`)
    await examine(chidi, 'bench-adjudication')
    await follow(page, 'Settle')
    await examine(chidi, 'bench-difference')
    await page.getByLabel('Reason').fill('The condition stands in the same sentence.')
    await page.getByRole('button', { name: 'This one counts' }).first().click()
    await page.goto(`/comments/${held.number}/coding`)
    expect(await wordsOf(page)).toContain('counts')
  })
})
