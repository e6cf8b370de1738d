import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import { addCode, codeComment } from './kit/bench.ts'
import type { Visitor } from './kit/browser.ts'
import { type Held, sendSigned } from './kit/comment.ts'
import { convene, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { follow, press, pressButton, wordsOf } from './kit/steps.ts'

const american = sharedData('comments-campaigns/EPA-HQ-OPP-2017-0433-0001.csv')
const process = 'updates-for-connected-devices'
const coding = `/requests/${docket}/coding`
const summary = `/requests/${docket}/summaries/1`
const condition = 'repair shops get the updates too'
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
        conditions: { 1: condition },
      },
    ])
    await examine(ada, 'bench-desk-done')
  })

  test('the second one does not see what the first one said', async () => {
    const { page } = grace
    await page.goto(`/comments/${held.number}/coding`)
    await pressButton(page, 'Take this comment')
    expect(await wordsOf(page)).not.toContain(condition)
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
    await press(page, page.getByRole('button', { name: 'This one counts' }).first())
    await page.goto(`/comments/${held.number}/coding`)
    expect(await wordsOf(page)).toContain('counts')
  })

  test('a place of the position map opens to the quoted words, for everyone once it is published', async () => {
    await chidi.page.goto(`/requests/${docket}/map`)
    await examine(chidi, 'bench-map')
    await pressButton(chidi.page, 'Publish the map')
    const { page } = reader
    await page.goto(`/requests/${docket}/comments`)
    await follow(page, 'Position map: who says what about each issue')
    await follow(page, /issue 1: Support with a condition/)
    await examine(reader, 'bench-map-place')
    expect(await page.locator('mark').innerText()).toBe(quoted)
    expect(await wordsOf(page)).toContain(`Condition: ${condition}`)
    await follow(page, `Read in ${held.number}`)
    expect(await wordsOf(page)).toContain('2 analysts have read it')
    await follow(page, 'How it was read')
    await examine(reader, 'bench-how-read')
    expect(await wordsOf(page)).toContain(condition)
  })

  test('the chair publishes a summary that drops the condition, and says why', async () => {
    const { page } = chidi
    await page.goto(`${summary}/draft`)
    await pressButton(page, 'Make a first draft from the excerpts')
    await press(page, page.getByRole('link', { name: 'Edit Sentence 1' }))
    await page.getByLabel('Sentence', { exact: true }).fill('Makers should promise updates for ten years.')
    await pressButton(page, 'Save the sentence')
    expect(await wordsOf(page)).toContain(`of which the sentence does not speak: ${condition}`)
    await page.goto(`${summary}/draft/publish`)
    await page.getByLabel(/^Why it is published in spite of/).fill('The condition is told elsewhere.')
    await pressButton(page, 'Publish this version')
    await visit(reader, summary, 'bench-summary')
  })

  test('the commenter contests how she was read', async () => {
    const later = await house.visitor({ script })
    await later.page.goto(`/comments/${held.number}`)
    await follow(later.page, 'Say that you were misread')
    await later.page.getByLabel('Comment key').fill(held.key)
    await pressButton(later.page, 'Open your comment')
    await later.page.getByRole('radio', { name: 'Sentence 1' }).check()
    await later.page.getByLabel('What did you say instead?').fill('Only if repair shops get them too.')
    await examine(later, 'bench-contest')
    await pressButton(later.page, 'Contest')
    expect(await wordsOf(later.page)).toContain('The words are being screened.')
  })

  test('and the correction is published with the contest and its answer', async () => {
    await zoe.page.goto(`/requests/${docket}/contests`)
    await follow(zoe.page, held.number)
    await pressButton(zoe.page, 'Post the words')
    await chidi.page.goto(`/requests/${docket}/contests`)
    await follow(chidi.page, held.number)
    expect(await wordsOf(chidi.page)).toContain('somebody else answers this contest')
    const { page } = ada
    await page.goto(`/requests/${docket}/contests`)
    await follow(page, held.number)
    await page.getByLabel('Answer', { exact: true }).fill('You are right: the condition belongs there.')
    await page.getByLabel('Sentence', { exact: true }).fill(`${quoted}, if ${condition}.`)
    await pressButton(page, 'Upheld: publish the correction')
    await visit(reader, summary, 'bench-corrected')
    const words = await wordsOf(reader.page)
    for (const said of ['Only if repair shops get them too.', 'You are right', `if ${condition}.`])
      expect(words).toContain(said)
  })
})
