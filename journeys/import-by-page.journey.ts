import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import type { Visitor } from './kit/browser.ts'
import { callBriefly, docket, fillIn } from './kit/convene.ts'
import { examine } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { download, follow, pressButton, wordsOf } from './kit/steps.ts'

const european = sharedData('comments-eu/complete.jsonl')
const imports = `/requests/${docket}/imports`

/** A folder as somebody would pack it. */
function packed(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  return Buffer.from(
    zipSync(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))),
  )
}

describe.skipIf(!european)('A docket from elsewhere, brought by page without script:', () => {
  let house: House
  let zoe: Visitor

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script: false })
    await callBriefly(house, zoe.page)
  })
  afterAll(() => house?.close())

  async function bring(name: string, buffer: Buffer): Promise<void> {
    await zoe.page.goto(imports)
    await zoe.page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/plain', buffer })
    await pressButton(zoe.page, 'Look at the file')
  }

  async function brought(): Promise<string> {
    await pressButton(zoe.page, 'Import')
    const done = zoe.page.getByRole('heading', { name: 'Import done' })
    await expect
      .poll(async () => (await zoe.page.reload()) && done.isVisible(), { timeout: 60_000, interval: 500 })
      .toBe(true)
    return wordsOf(zoe.page)
  }

  test('whoever may import finds the way from the docket', async () => {
    await zoe.page.goto(`/requests/${docket}/comments`)
    await follow(zoe.page, 'Import comments')
    await examine(zoe, 'imports-empty')
  })

  test.each([
    [
      'comments-bulk-csv/CMS-2025-0050-first-50.csv',
      /Rows read 51 Comments imported 50 .*Notices, kept beside 1/,
    ],
    ['comments-campaigns/EPA-R06-OAR-2020-0510-0001.csv', /Rows read 313 Comments imported 313 /],
    ['comments-campaigns/EPA-HQ-OPP-2017-0433-0001.csv', /Rows read 196 Comments imported 196 /],
    ['comments-eu/complete.jsonl', /Rows read 1,333 Comments imported 1,333 /],
  ])('%s needs no mapping, and comes whole', async (sample, sums) => {
    await bring(basename(sample), readFileSync(sharedData(sample) ?? ''))
    expect(await wordsOf(zoe.page)).toContain('Check the import')
    expect(await brought()).toMatch(sums)
  })

  test('answers of an API come as one docket, three documents and five comments; listings are named', async () => {
    await bring('answers.zip', packed(sharedData('regsgov-api') ?? ''))
    await examine(zoe, 'import-check-answers')
    expect(await brought()).toMatch(
      /Rows read 13 Comments imported 5 .*Not imported 4 .*Dockets, kept beside 1 .*Documents of the docket, kept beside 3/,
    )
    await examine(zoe, 'import-problems')
    const problems = await download(zoe.page, 'Download them as CSV')
    expect(problems.match(/A listing of /g)).toHaveLength(4)
    expect(problems).toMatch(/^import_row,import_file,import_outcome,import_reason/)
  })

  test('a survey with headers of its own is mapped, previewed, and mended where rows were refused', async () => {
    const survey = Buffer.from(
      'Who,Slip,What do you think?,When\nAda Example,7,"Ten years, at the least, for every device.",2026-02-03\n' +
        'Ben Example,7,"Five years are enough, if parts can be had.",yesterday\n,8,,\n',
    )
    await bring('survey.csv', survey)
    await examine(zoe, 'import-check')
    await zoe.page.getByLabel('Slip', { exact: true }).selectOption('Id in the first docket')
    await zoe.page.getByLabel('When', { exact: true }).selectOption('Id in the first docket')
    await pressButton(zoe.page, 'Show the rows again')
    expect(await wordsOf(zoe.page)).toContain('Two columns cannot both be “Id in the first docket”.')
    const when = zoe.page.getByLabel('When', { exact: true })
    expect(await when.locator('option:checked').innerText()).toBe('Id in the first docket')
    expect(await wordsOf(zoe.page)).toContain(
      'Will not be imported. The row has neither text nor attachments.',
    )
    await examine(zoe, 'import-check-twice')
    await zoe.page.getByLabel('When', { exact: true }).selectOption('Date it was sent')
    await zoe.page.getByLabel('Who', { exact: true }).selectOption('Name')
    await pressButton(zoe.page, 'Show the rows again')
    expect(await wordsOf(zoe.page)).toContain('Ada Example')
    expect(await brought()).toMatch(/Rows read 3 Comments imported 1 .*Not imported 2/)
    const problems = await download(zoe.page, 'Download them as CSV')
    expect(problems).toContain('The id 7 stands on the docket with other words')
    expect(problems).toContain('Ben Example,7,')
    await bring('survey.csv', survey)
    expect(await wordsOf(zoe.page)).toContain('This very file was brought into this docket before')
    await examine(zoe, 'import-check-again')
    await zoe.page.goto(imports)
    await examine(zoe, 'imports')
  })

  test('a file that is none comes back with the reason', async () => {
    await bring('letter.pdf', Buffer.from('%PDF-1.7'))
    expect(await wordsOf(zoe.page)).toContain('This is neither CSV nor JSON.')
    await examine(zoe, 'imports-refused')
  })

  test('a comment on paper is entered for its sender', async () => {
    await zoe.page.goto(`/requests/${docket}/paper`)
    await examine(zoe, 'paper')
    await fillIn(zoe.page, { 'Day of receipt': '0026-03-11' })
    await pressButton(zoe.page, 'Enter the comment')
    expect(await wordsOf(zoe.page)).toContain('The year of receipt lies too far back.')
    await examine(zoe, 'paper-problems')
  })
})
