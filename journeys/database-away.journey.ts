import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { fillInShortly, heldBy, wholeComment } from './kit/comment.ts'
import { callBriefly, docket } from './kit/convene.ts'
import { takeDatabaseAway } from './kit/database.ts'
import { examine } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { pressButton, repeatForm, wordsOf } from './kit/steps.ts'

const text = 'A date can be checked in a shop.\n\nA promise without a date can’t: “soon” is no date.'
const read = text.replaceAll(/\s+/g, ' ')
const form = `/requests/${docket}/comment`

describe('While the database is away,', () => {
  let house: House
  let robin: Visitor
  let sam: Visitor
  let zoe: Visitor
  let bringBack = async () => {}

  beforeAll(async () => {
    house = await openHouse()
    robin = await house.visitor()
    sam = await house.visitor({ script: true })
    zoe = await house.visitor()
    await callBriefly(house, zoe.page)
    for (const { page } of [robin, zoe]) {
      await page.goto(form)
      await fillInShortly(page, text)
      await pressButton(page, 'Check your comment')
    }
    await sam.page.goto(form)
    await wholeComment(sam.page).pressSequentially('I had just begun')
    bringBack = await takeDatabaseAway(house)
  })
  afterAll(() => house?.close())

  test('whoever submits gets every word back, and is told to wait a few seconds, signed in or not', async () => {
    for (const { page } of [robin, zoe]) {
      const answer = await pressButton(page, 'Submit comment')
      expect(answer.status()).toBe(503)
      expect(answer.headers()['retry-after']).toBe('5')
      expect(await wordsOf(page)).toContain('Your comment was not taken yet')
      expect(await wordsOf(page)).toContain(read)
    }
    await examine(robin, 'comment-kept')
  })

  test('whoever writes with script sees that it is not saved, and writes on', async () => {
    const { page } = sam
    await page.getByText('Your words are still here; the page keeps trying.').waitFor()
    await wholeComment(page).pressSequentially(' to write')
    await fillInShortly(page, text)
    const answer = await pressButton(page, 'Check your comment')
    expect(answer.status()).toBe(503)
    expect(await wordsOf(page)).toContain(read)
  })

  test('whoever reads is told the same, and nothing of what lies inside', async () => {
    const reader = await house.visitor()
    const answer = await reader.page.goto(`/requests/${docket}`)
    expect(answer?.status()).toBe(503)
    expect(answer?.headers()['retry-after']).toBeTruthy()
    expect(await reader.page.content()).not.toMatch(/postgres|ECONN|socket|\.s\.PGSQL/i)
    await examine(reader, 'unavailable')
  })

  test('and once it is back, the same sending makes exactly one comment', async () => {
    const { page } = robin
    await bringBack()
    const again = await repeatForm(page, 'submit')
    await pressButton(page, 'Submit again')
    const { number } = await heldBy(page)
    expect(number).toBe(`${docket}-0001`)
    expect(await again()).toContain(number)
    await page.goto(`/requests/${docket}/comments`)
    expect(await wordsOf(page)).toContain('1 comment received: 1 being screened.')
  })

  test('and whoever was checking goes on checking', async () => {
    const { page } = sam
    await pressButton(page, 'Try again')
    expect(await wordsOf(page)).toContain(read)
    await pressButton(page, 'Submit comment')
    expect((await heldBy(page)).number).toBe(`${docket}-0002`)
  })
})
