import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import type { Visitor } from './kit/browser.ts'
import { convene } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { download, follow, pressButton, wordsOf } from './kit/steps.ts'

const list = '/processes/updates-for-connected-devices/deliberations'
const here = `${list}/1`
const shared = sharedData('polis-conversations/vtaiwan.uberx')
const files = ['comments.csv', 'votes.csv', 'participants-votes.csv', 'summary.csv']

/** Loads the page anew until it says so. */
async function until({ page }: Visitor, said: string): Promise<void> {
  for (let tries = 0; tries < 120 && !(await wordsOf(page)).includes(said); tries += 1) {
    await page.waitForTimeout(500)
    await page.reload()
  }
  expect(await wordsOf(page)).toContain(said)
}

describe.skipIf(!shared).each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('A conversation in Chinese that was held elsewhere, $how:', ({ script }) => {
  let house: House
  let sam: Visitor
  let reader: Visitor

  beforeAll(async () => {
    house = await openHouse()
    const zoe = await house.visitor({ script })
    await convene(house, zoe.page)
    sam = await enter(house, 'sam@example.org', 'Sam Example', { script })
    await giveRole(zoe.page, 'Sam Example', 'secretariat')
    reader = await house.visitor({ script })
  })
  afterAll(() => house?.close())

  test('its files are brought, and what is in them is told first', async () => {
    const { page } = sam
    await page.goto(list)
    await follow(page, 'Take in one held elsewhere')
    await pressButton(page, 'Look at the files')
    expect(await wordsOf(page)).toContain('Enter a title.')
    await examine(sam, 'exchange-problem')
    await page.getByLabel('Title').fill('如何規範網路叫車服務')
    await page.getByLabel('Where it was held').fill('Example Assembly, 2015; from its public export.')
    await page.getByLabel('Language of the statements').selectOption('zh')
    await page.getByLabel('Files').setInputFiles(files.map((name) => join(shared ?? '', name)))
    await pressButton(page, 'Look at the files')
    const said = await wordsOf(page)
    expect(said).toContain('197, of which 78 were moderated out there and are withheld here')
    expect(said).toMatch(/Votes 49,997, of which \d+ were changed later/)
    await examine(sam, 'exchange-check')
  })

  test('it is taken in, mapped, and reads well', async () => {
    await pressButton(sam.page, 'Take it in')
    await until(sam, 'It was taken in.')
    await visit(reader, here, 'exchange-deliberation')
    expect(await wordsOf(reader.page)).toContain('Its votes were cast there and imported here.')
    await reader.page.goto(`${here}/opinions`)
    await until(reader, 'What group B stands for')
    await examine(reader, 'exchange-map')
    await reader.page.setViewportSize({ width: 794, height: 1123 })
    await reader.page.emulateMedia({ media: 'print' })
    await reader.page.screenshot({ path: 'journeys/screenshots/exchange-map.print.png', fullPage: true })
    await reader.page.emulateMedia({ media: null })
  }, 120_000)

  test('it is given out again under the names it came with', async () => {
    await reader.page.goto(here)
    await follow(reader.page, 'Votes and statements as files')
    await examine(reader, 'exchange-files')
    const [heading = '', ...rows] = (await download(reader.page, 'comments.csv')).trim().split('\n')
    expect(heading).toBe('timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body')
    expect(rows.length).toBeGreaterThanOrEqual(119)
    expect(rows.join('\n')).toContain('Uber')
  })
})
