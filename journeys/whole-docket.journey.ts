import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
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

const email = 'mara@example.org'
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
  let older = ''
  const kept: string[] = []

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    mara = await house.visitor({ script })
    reader = await house.visitor({ script })
    await callBriefly(house, zoe.page)
  })
  afterAll(async () => {
    await house?.close()
    for (const folder of kept) await rm(folder, { recursive: true })
  })

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
      email,
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
    const words = page.getByLabel('Words to leave out')
    await tabTo(page, words)
    await page.keyboard.type('Rosalind Invented')
    await tabTo(page, page.locator('form').filter({ has: words }).getByLabel('Reason'))
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
  async function auditLog(page: Page) {
    await page.goto('/log')
    const log = await keepFile('log.ndjson', await download(page, 'Download the whole log for the audit'))
    return verify('audit', log, '--receipt', await keepFile('receipt.txt', receipt))
  }

  test('an outsider audits it: every leaf is posted or withheld, and none is left over', async () => {
    expect(await auditLog(reader.page)).toMatchObject({ code: 0 })
  })

  async function backUp(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'parley-backup-'))
    kept.push(folder)
    return (await house.product.cli('backup', folder)).trim().split('\n').at(-1) ?? ''
  }

  test('an administrator erases the sender, who asked for it, and nothing of them is left', async () => {
    older = await backUp()
    const { page } = zoe
    await visit(zoe, '/erase', 'erase')
    await fillIn(page, { 'E-mail address or tracking number': email })
    await pressButton(page, 'Show what would go')
    expect(await wordsOf(page)).toContain('1 comment: words, names, addresses and choices')
    await pressButton(page, 'Erase for good')
    expect(await wordsOf(page)).toContain('Choose why it is erased.')
    await examine(zoe, 'erase-problems')
    await page.getByLabel('Why').selectOption({ index: 1 })
    await fillIn(page, { [`Type ${email} once more`]: email })
    await pressButton(page, 'Erase for good')
    await examine(zoe, 'erased')
    await visit(reader, `/comments/${held.number}`, 'comment-erased')
    expect(await wordsOf(reader.page)).toContain('erased')
    await page.goto('/erase')
    await fillIn(page, { 'E-mail address or tracking number': email })
    expect((await pressButton(page, 'Show what would go')).status()).toBe(422)
  })

  test('the audit still holds, and the receipt that the sender kept still verifies', async () => {
    const { code, said } = await auditLog(reader.page)
    expect(said).toMatch(/erased/i)
    expect(code, said).toBe(0)
    expect(await verify('receipt', await keepFile('receipt.txt', receipt))).toMatchObject({ code: 0 })
  })

  describe('backed up while it runs, and restored into an empty folder,', () => {
    let again: House
    afterAll(() => again?.close())

    test('it is the same docket, under the same log', async () => {
      const file = await backUp()
      again = await openHouse((product) => product.cli('restore', file))
      const visitor = await again.visitor({ script })
      await visit(visitor, comments, 'whole-docket-restored')
      expect(await wordsOf(visitor.page)).toContain('1,334 comments received: 1,333 posted')
    })

    test('receipts verify, and the audit holds', async () => {
      const { page } = await again.visitor({ script })
      const { code, said } = await auditLog(page)
      expect(code, said).toBe(0)
      await page.goto('/check')
      await fillIn(page, { 'Text of the receipt': receipt })
      await pressButton(page, 'Check this receipt')
      expect(await wordsOf(page)).toContain('This receipt is genuine')
    })
  })

  test('a backup from before the erasure, restored with the ledger, does not bring the person back', async () => {
    const ledger = join(house.product.folder, 'erasures.jsonl')
    const again = await openHouse((product) => product.cli('restore', older, '--erasures', ledger))
    try {
      const { page } = await again.visitor({ script })
      await page.goto(`/comments/${held.number}`)
      expect(await wordsOf(page)).toContain('erased')
      const { code, said } = await auditLog(page)
      expect(code, said).toBe(0)
      expect(said).toMatch(/erased/i)
    } finally {
      await again.close()
    }
  })
})
