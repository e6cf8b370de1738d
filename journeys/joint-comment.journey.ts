import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { fillInShortly, type Held, heldBy, openOwn } from './kit/comment.ts'
import { callBriefly, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { linkInLetter } from './kit/people.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

const signs = { name: 'Example Union of Repairers', email: 'union@example.org' }
const refuses = { name: 'Invented League', email: 'league@example.org' }
const silent = { name: 'Placeholder Institute', email: 'institute@example.org' }
const number = `${docket}-0001`

describe('A joint comment, without account and without script,', () => {
  let house: House
  let zoe: Visitor
  let robin: Visitor
  let signatory: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    robin = await house.visitor()
    signatory = await house.visitor()
    await callBriefly(house, zoe.page)
  })
  afterAll(() => house?.close())

  /** The letter to one of them; it is written a moment after the comment came. */
  async function openAsked(email: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await zoe.page.goto('/mailbox')
          return wordsOf(zoe.page)
        },
        { timeout: 20_000 },
      )
      .toContain(email)
    await signatory.page.goto(await linkInLetter(zoe.page, email, /\/sign\//))
  }

  test('names who signs with its sender, and shows them before it is sent', async () => {
    const { page } = robin
    await page.goto(`/requests/${docket}/comment`)
    await fillInShortly(page, 'Ten years of updates.')
    await page.getByRole('radio', { name: 'With your name' }).check()
    await page.getByLabel('Your name (optional)').fill('Robin Example')
    await page.getByLabel('Organisation (optional)').fill('Example Repair Café')
    await page.getByText('This is a joint comment of several organisations').click()
    const list = [signs, refuses, silent].map(({ name, email }) => `${name} <${email}>`)
    await page.getByLabel('More organisations, as a list').fill(list.join('\n'))
    await pressButton(page, 'Check your comment')
    expect(await wordsOf(page)).toContain(`${signs.name} asked at ${signs.email}`)
    await examine(robin, 'joint-review')
    await pressButton(page, 'Submit comment')
    held = await heldBy(page)
    expect(held.number).toBe(number)
  })

  test('asks each of them by mail, and acts on a button only', async () => {
    await openAsked(signs.email)
    await examine(signatory, 'joint-asked')
    await pressButton(signatory.page, `Yes, ${signs.name} signs`)
    expect(await wordsOf(signatory.page)).toContain(`Thank you. ${signs.name} signs comment ${number}.`)
    await examine(signatory, 'joint-signed')
    await openAsked(refuses.email)
    await pressButton(signatory.page, 'No, we did not sign this')
    expect(await wordsOf(signatory.page)).toContain(`The name ${refuses.name} is not shown any more.`)
    await openAsked(silent.email)
  })

  test('tells the public who signs, who has not answered, and that one said no', async () => {
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
    await visit(signatory, `/comments/${number}`, 'joint-comment')
    const words = await wordsOf(signatory.page)
    expect(words).toContain(`${signs.name} confirmed by e-mail`)
    expect(words).toContain(`${silent.name} named by the sender, not confirmed`)
    expect(words).not.toContain(refuses.name)
    await visit(signatory, `/requests/${docket}/comments`, 'joint-docket')
    expect(await wordsOf(signatory.page)).toContain('joint')
  })

  test('shows its sender the state of each signature', async () => {
    await openOwn(robin.page, held)
    await follow(robin.page, 'Who signs with you')
    await examine(robin, 'joint-own')
    expect(await wordsOf(robin.page)).toContain('said no: not shown')
  })
})
