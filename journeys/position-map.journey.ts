import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { type Held, sendSigned } from './kit/comment.ts'
import { convene, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { download, follow, press, pressButton, wordsOf } from './kit/steps.ts'

const map = `/requests/${docket}/map`
const quoted = 'Ten years of updates, if shops must print the date'

describe.each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('The position map, $how,', ({ script }) => {
  let house: House
  let zoe: Visitor
  let ann: Visitor
  let reader: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    await convene(house, zoe.page)
    ann = await enter(house, 'ann@example.org', 'Ann Example', { script })
    await giveRole(zoe.page, 'Ann Example', 'analyst')
    reader = await house.visitor({ script })
    const text = `We repair devices.\n\n${quoted}. Ask Rosalind Invented.`
    held = await sendSigned(reader.page, docket, { text, name: 'Robin Example', email: 'robin@example.org' })
    await zoe.page.goto(`/comments/${held.number}/moderation`)
    await pressButton(zoe.page, 'Post comment')
  })
  afterAll(() => house?.close())

  test('is empty for the analyst, and not there for anyone else', async () => {
    await visit(ann, map, 'map-empty')
    expect(await wordsOf(ann.page)).toContain('Nothing is on the map yet')
    expect((await reader.page.goto(map))?.status()).toBe(404)
  })

  test('shows an excerpt once its coder is done with the comment', async () => {
    const { page } = ann
    await page.goto(`/requests/${docket}/coding`)
    await pressButton(page, 'Take the next comment')
    await page.getByLabel('Words', { exact: true }).fill(quoted)
    await page.getByLabel('1. Support period').selectOption('Support, with a condition')
    await page.getByLabel('Condition, if it has one (issue 1)').fill('the date is printed')
    await pressButton(page, 'Save excerpt')
    await page.goto(map)
    expect(await wordsOf(page)).toContain('Nothing is on the map yet')
    await page.goto(`/comments/${held.number}/coding`)
    await pressButton(page, 'Done')
    await visit(ann, map, 'map')
    expect(await wordsOf(page)).toContain('1 of 1 posted comment')
  })

  test('opens a place to the words behind it, and leads to them in the comment', async () => {
    const { page } = ann
    await follow(page, /issue 1: Support with a condition/)
    await examine(ann, 'map-excerpts')
    expect(await page.locator('mark').innerText()).toBe(quoted)
    expect(await wordsOf(page)).toContain('Condition: the date is printed')
    await follow(page, `Read in ${held.number}`)
    expect(new URL(page.url()).pathname).toBe(`/comments/${held.number}`)
    const paragraph = page.locator(new URL(page.url()).hash.split(':~:')[0] ?? '')
    expect(await paragraph.innerText()).toContain(quoted)
  })

  test('says which groups are missing', async () => {
    await ann.page.goto(map)
    expect(await wordsOf(ann.page)).toContain('sent no comment at all')
    expect(await wordsOf(ann.page)).toMatch(/2\. What buyers are told Nothing from: /)
  })

  test('is there for everyone once it is published, as pages and as tables', async () => {
    await pressButton(ann.page, 'Publish the map')
    await visit(reader, `/requests/${docket}/comments`, 'docket-with-map')
    await follow(reader.page, 'Position map: who says what about each issue')
    await examine(reader, 'map-published')
    expect(await wordsOf(reader.page)).toContain('1 individual')
    expect(await download(reader.page, 'The map as a table (CSV)')).toContain(
      'support-with-condition,individual,1,1',
    )
    await reader.page.getByLabel('Kind of voice').selectOption('Organisations')
    await pressButton(reader.page, 'Show')
    await examine(reader, 'map-nothing-found')
    expect(await wordsOf(reader.page)).toContain('Nothing matches these filters')
  })

  test('loses the comment at once when its words are redacted', async () => {
    const { page } = zoe
    await page.goto(`/comments/${held.number}/redaction`)
    await page.getByLabel('Words to leave out').fill('Ten years of updates')
    await page
      .locator('form')
      .filter({ has: page.getByLabel('Words to leave out') })
      .getByLabel('Reason')
      .selectOption('Personal information of others')
    await press(page, page.getByRole('button', { name: 'Mark these words' }).last())
    await pressButton(page, 'Post with redactions')
    for (const address of [map, `${map}/excerpts`, `/api${map}`, `${map}.csv`]) {
      const answer = await reader.page.request.get(address)
      expect(await answer.text(), address).not.toContain('Ten years of updates')
    }
    await visit(reader, map, 'map-after-redaction')
    expect(await wordsOf(reader.page)).toContain('Nothing is on the map yet')
  })

  test('is taken back', async () => {
    await ann.page.goto(map)
    await pressButton(ann.page, 'Take the map back')
    expect(await wordsOf(ann.page)).toContain('It is not published.')
    expect((await reader.page.goto(map))?.status()).toBe(404)
  })
})
