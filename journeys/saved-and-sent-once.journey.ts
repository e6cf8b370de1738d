import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { codeOn, fillInShortly, type Held, heldBy, submitTwice, wholeComment } from './kit/comment.ts'
import { callBriefly, docket, fillIn } from './kit/convene.ts'
import { examine } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { pressButton, wordsOf } from './kit/steps.ts'

const text = 'Print the date on the box.'
const form = `/requests/${docket}/comment`

let house: House
let reader: Visitor
beforeAll(async () => {
  house = await openHouse()
  const zoe = await house.visitor()
  await callBriefly(house, zoe.page)
  reader = await house.visitor()
})
afterAll(() => house?.close())

async function received(): Promise<string> {
  await reader.page.goto(`/requests/${docket}/comments`)
  return wordsOf(reader.page)
}

describe('With script, a comment', () => {
  let sam: Visitor
  let held: Held
  beforeAll(async () => {
    sam = await house.visitor({ script: true })
  })

  test('is saved while it is written, and said so', async () => {
    const { page } = sam
    await page.goto(form)
    await fillInShortly(page, text)
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
    await examine(sam, 'comment-form-saved')
    expect(await received()).toContain('No comment has been received yet.')
  })

  test('is there again when the page was closed by mistake', async () => {
    const { page } = sam
    await page.goto('/')
    await page.goto(form)
    expect(await wholeComment(page).inputValue()).toBe(text)
    expect(await wordsOf(page)).toContain('This is the comment you saved.')
    const nobody = await house.visitor()
    await nobody.page.goto(form)
    expect(await wholeComment(nobody.page).inputValue()).toBe('')
  })

  test('is taken once when its button is clicked twice', async () => {
    const { page } = sam
    await pressButton(page, 'Check your comment')
    held = await submitTwice(page)
    await page.getByText('The receipt is complete').waitFor()
    await examine(sam, 'receipt-script')
    expect(await received()).toContain('1 comment received: 1 being screened.')
  })

  test('and once when one goes back and submits again: the same receipt comes', async () => {
    const { page } = sam
    await page.goBack()
    await pressButton(page, 'Submit comment')
    expect(await heldBy(page)).toEqual(held)
    expect(await received()).toContain('1 comment received')
  })

  test('but other words are never thrown away as if they had been sent', async () => {
    const { page } = sam
    await page.goBack()
    await pressButton(page, 'Change it')
    await wholeComment(page).fill('Print it twice.')
    await pressButton(page, 'Check your comment')
    await pressButton(page, 'Submit comment')
    expect(await wordsOf(page)).toContain(`You sent this form before, and it was taken as ${held.number}.`)
    expect(await wholeComment(page).inputValue()).toBe('Print it twice.')
    await examine(sam, 'comment-form-sent-before')
  })
})

describe('Without script, a saved comment', () => {
  let robin: Visitor
  let code = ''
  beforeAll(async () => {
    robin = await house.visitor()
  })

  async function resume(): Promise<void> {
    await robin.page.goto('/resume')
    await fillIn(robin.page, { 'Resume code': code })
    await pressButton(robin.page, 'Open the saved comment')
  }

  test('waits under its code, and another save keeps the same code', async () => {
    const { page } = robin
    await page.goto(form)
    await wholeComment(page).fill('Half a thought')
    await pressButton(page, 'Save and continue later')
    code = await codeOn(page)
    await robin.close()
    robin = await house.visitor()
    await resume()
    expect(await wholeComment(robin.page).inputValue()).toBe('Half a thought')
    await fillInShortly(robin.page, text)
    await pressButton(robin.page, 'Save and continue later')
    expect(await codeOn(robin.page)).toBe(code)
  })

  test('is sent from another machine, once, and its code then says under which number', async () => {
    await robin.close()
    robin = await house.visitor()
    await resume()
    await pressButton(robin.page, 'Check your comment')
    await pressButton(robin.page, 'Submit comment')
    const { number } = await heldBy(robin.page)
    expect(await received()).toContain('2 comments received')
    await resume()
    expect(await wordsOf(robin.page)).toContain(`This comment was sent already, as ${number}.`)
    await examine(robin, 'resume-sent')
  })
})
