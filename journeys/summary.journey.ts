import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeComment } from './kit/bench.ts'
import type { Visitor } from './kit/browser.ts'
import { type Held, sendSigned } from './kit/comment.ts'
import { convene, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { follow, press, pressButton, wordsOf } from './kit/steps.ts'

const summary = `/requests/${docket}/summaries/1`
const said = 'Makers should promise updates for ten years, if repair shops get them too.'

describe.each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('A summary that people can contest, $how:', ({ script }) => {
  let house: House
  let zoe: Visitor
  let ada: Visitor
  let mara: Visitor
  let sam: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    mara = await house.visitor({ script })
    await convene(house, zoe.page)
    ada = await enter(house, 'ada@example.org', 'Ada Example', { script })
    await giveRole(zoe.page, 'Ada Example', 'analyst')
    sam = await enter(house, 'sam@example.org', 'Sam Example', { script })
    await giveRole(zoe.page, 'Sam Example', 'secretariat')
    const mail = { name: 'Mara Example', email: 'mara@example.org' }
    held = await sendSigned(mara.page, docket, { text: said, ...mail })
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
    await codeComment(ada.page, held.number, [
      {
        words: said,
        codes: [],
        positions: { '1. Support period': 'Support, with a condition' },
        conditions: { 1: 'repair shops get the updates too' },
      },
    ])
  })
  afterAll(() => house?.close())

  test('an analyst begins with what the comments say, and rewords it', async () => {
    const { page } = ada
    await visit(ada, `/requests/${docket}/summaries`, 'summaries-none')
    await follow(page, 'Edit the draft')
    await examine(ada, 'summary-draft-empty')
    await pressButton(page, 'Make a first draft from the excerpts')
    expect(await wordsOf(page)).toContain(`“${said}”`)
    await press(page, page.getByRole('link', { name: 'Edit Sentence 1' }))
    await examine(ada, 'summary-sentence')
    await page.getByLabel('Sentence', { exact: true }).fill('Makers promise updates for twelve years.')
    await pressButton(page, 'Save the sentence')
  })

  test('what the sentence does not cover stands beside it', async () => {
    const words = await wordsOf(ada.page)
    expect(words).toContain('numbers that stand in no excerpt: twelve.')
    expect(words).toContain('of which the sentence does not speak: repair shops get the updates too')
    await examine(ada, 'summary-draft-flags')
  })

  test('the secretariat publishes it in spite of that, with a reason', async () => {
    const { page } = sam
    await page.goto(`${summary}/draft/publish`)
    await pressButton(page, 'Publish this version')
    expect(await wordsOf(page)).toContain('Write why it is published in spite of what the check found')
    await examine(sam, 'summary-publish-problems')
    await page.getByLabel(/^Why it is published in spite of/).fill('Twelve is what was said at the meeting.')
    await pressButton(page, 'Publish this version')
    expect(await wordsOf(page)).toContain('Twelve is what was said at the meeting.')
    await visit(mara, summary, 'summary')
  })

  test('the commenter says with the comment key that she was misread', async () => {
    const later = await house.visitor({ script })
    await later.page.goto(`/comments/${held.number}`)
    expect(await wordsOf(later.page)).toContain('Used in the summary of issue 1 (Support period), sentence 1')
    await follow(later.page, 'Say that you were misread')
    await later.page.getByLabel('Comment key').fill(held.key)
    await pressButton(later.page, 'Open your comment')
    await examine(later, 'contest')
    await pressButton(later.page, 'Contest')
    expect(await wordsOf(later.page)).toContain('Choose what you contest')
    await later.page.getByRole('radio', { name: 'Sentence 1' }).check()
    await later.page.getByLabel('What did you say instead?').fill('I said ten years, with repair shops.')
    await pressButton(later.page, 'Contest')
    expect(await wordsOf(later.page)).toContain('The words are being screened.')
    await examine(later, 'contest-made')
  })

  test('her words are screened, and answered with a correction', async () => {
    const { page } = sam
    await page.goto('/')
    await follow(page, '1 contest of a summary waits for an answer')
    await examine(sam, 'contests')
    await follow(page, held.number)
    await examine(sam, 'contest-answer')
    expect(await wordsOf(page)).toContain('You published the version that is contested')
    await pressButton(page, 'Post the words')
    await ada.page.goto(page.url())
    await examine(ada, 'contest-to-answer')
    await ada.page.getByLabel('Answer', { exact: true }).fill('You are right: ten, and the condition.')
    await ada.page
      .getByLabel('Sentence', { exact: true })
      .fill('Makers promise updates for ten years, if repair shops get them too.')
    await pressButton(ada.page, 'Upheld: publish the correction')
    expect(await wordsOf(ada.page)).toContain('Corrected in version 2')
  })

  test('everybody reads both versions, the contest and the answer', async () => {
    await visit(mara, summary, 'summary-corrected')
    const words = await wordsOf(mara.page)
    expect(words).toContain('I said ten years, with repair shops.')
    expect(words).toContain('You are right: ten, and the condition.')
    expect(words).toContain('What changed since version 1')
    await follow(mara.page, 'Version 1')
    expect(await wordsOf(mara.page)).toContain('twelve years')
    await examine(mara, 'summary-before')
  })
})
