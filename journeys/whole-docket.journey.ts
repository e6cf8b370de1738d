import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import type { Visitor } from './kit/browser.ts'
import { type Held, openOwn, sendSigned } from './kit/comment.ts'
import { callBriefly, docket, fillIn } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enterPage, tabTo } from './kit/keyboard.ts'
import { linkInLetter } from './kit/people.ts'
import { download, follow, pressButton, wordsOf } from './kit/steps.ts'
import { keepFile, verify } from './kit/verify.ts'

const european = sharedData('comments-eu/complete.jsonl')
const comments = `/requests/${docket}/comments`
const queue = `/requests/${docket}/queue`

describe.skipIf(!european).each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('A whole docket, $how:', ({ script }) => {
  let house: House
  let zoe: Visitor
  let mara: Visitor
  let reader: Visitor
  let held: Held
  let receipt = ''

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    mara = await house.visitor({ script })
    reader = await house.visitor({ script })
    await callBriefly(house, zoe.page)
  })
  afterAll(() => house?.close())

  test('a real docket is brought in, every comment of it', async () => {
    const said = await house.product.cli('import', european as string, '--request', docket)
    expect(said).toContain('1333')
    await visit(reader, comments, 'whole-docket')
    expect(await wordsOf(reader.page)).toContain('1,333 comments received: 1,333 posted')
  })

  test('somebody sends a comment under a name, and holds its receipt', async () => {
    held = await sendSigned(mara.page, docket, {
      text: 'Repairs must stay legal.\n\nAsk Rosalind Invented, who repairs mine.',
      name: 'Noor Example',
      email: 'mara@example.org',
    })
    const complete = mara.page.getByText('The receipt is complete')
    await expect.poll(async () => (await mara.page.reload()) && complete.isVisible()).toBe(true)
    receipt = await download(mara.page, 'Download the receipt')
    expect(receipt).toContain(held.number)
  })

  test('a moderator leaves a name out of it and posts the rest, by keyboard alone', async () => {
    const { page } = zoe
    await page.goto(queue)
    await tabTo(page, page.getByRole('link', { name: 'Leave something out of it, and post the rest' }))
    await enterPage(page)
    await tabTo(page, page.getByLabel('Words to leave out'))
    await page.keyboard.type('Rosalind Invented')
    await tabTo(page, page.getByLabel('Reason'))
    await page.keyboard.type('Personal')
    await tabTo(page, page.getByRole('button', { name: 'Mark these words' }).last())
    await enterPage(page)
    await examine(zoe, 'whole-docket-marked')
    await tabTo(page, page.getByRole('button', { name: 'Post with redactions' }))
    await enterPage(page)
    expect(await wordsOf(page)).toContain(`Comment ${held.number} is posted with redactions.`)
    await visit(reader, `/comments/${held.number}`, 'whole-docket-redacted')
    expect(await reader.page.content()).not.toContain('Rosalind')
  })

  test('readers search it in French, with accents or without, and share what they see by its address', async () => {
    const { page } = reader
    await page.goto(comments)
    await page.getByRole('searchbox').fill('souverainete')
    await pressButton(page, 'Search')
    const found = Number(/([\d,]+) comments?: saying/.exec(await wordsOf(page))?.[1])
    expect(found).toBeGreaterThan(20)
    expect(await page.locator('mark').allInnerTexts()).toContain('souveraineté')
    await examine(reader, 'whole-docket-found')
    await visit(reader, page.url(), 'whole-docket-found-again')
    expect(await wordsOf(page)).toContain(`${found} comments: saying souverainete`)
    expect(await wordsOf(page)).not.toContain('Rosalind')
  })

  test('whoever is named in it says “I did not send this”', async () => {
    const { page } = reader
    await page.goto(`/comments/${held.number}`)
    await follow(page, 'I did not send this')
    await fillIn(page, { 'Your name': 'Noor Example', 'E-mail address': 'noor@example.org' })
    await page.getByRole('radio', { name: 'Mine' }).check()
    await fillIn(page, { 'What happened?': 'Somebody else wrote this under my name.' })
    await pressButton(page, 'Send the claim')
    await examine(reader, 'whole-docket-claim-made')
    await page.goto(await linkInLetter(zoe.page, 'noor@example.org', /\/claims\//))
    await pressButton(page, 'Yes, this is my claim')
    expect(await wordsOf(page)).toContain('The moderators see it now')
    await examine(reader, 'whole-docket-claim-stands')
  })

  test('a moderator answers: the comment is withheld, and the claimant is told', async () => {
    const { page } = zoe
    await page.goto(`/requests/${docket}/claims`)
    await follow(page, 'Noor Example')
    await examine(zoe, 'whole-docket-claim')
    await page.getByRole('checkbox', { name: held.number }).check()
    await page.getByRole('radio', { name: 'The claim is right: withhold the comment' }).check()
    await pressButton(page, 'Decide and mail the answer')
    await visit(reader, `/comments/${held.number}`, 'whole-docket-withheld')
    expect(await reader.page.content()).not.toContain('Repairs must stay legal')
    await openOwn(mara.page, held)
    expect(await wordsOf(mara.page)).toContain('Withheld')
  })

  test('a researcher takes everything away, and finds nothing in it that is not public', async () => {
    await visit(reader, `/requests/${docket}/dataset`, 'whole-docket-dataset')
    const rows = (await download(reader.page, 'JSON Lines, a comment a line: nothing is lost'))
      .trim()
      .split('\n')
    expect(rows).toHaveLength(1334)
    expect(rows.join('\n')).not.toMatch(/Rosalind|Repairs must stay legal|mara@example/)
  })

  /** The whole log as an outsider takes it, held against the receipt that the sender kept. */
  async function auditLog(page = reader.page) {
    await page.goto('/log')
    const [log, proof] = [await download(page, 'Download the whole log for the audit'), receipt]
    const files = [await keepFile('log.ndjson', log), '--receipt', await keepFile('receipt.txt', proof)]
    return verify('audit', ...files)
  }

  test('an outsider audits it: every leaf is posted or withheld, and none is left over', async () => {
    expect(await auditLog()).toMatchObject({ code: 0 })
  })
})
