import type { Locator, Page } from 'playwright-core'
import { questions } from './convene.ts'
import { pressButton, wordsOf } from './steps.ts'

export const answer = 'Yes: a date, printed on the box.\n\nA date can be checked in a shop.'
export const confidential = 'Our own devices get updates for eighteen months only.'

const answerTo = (page: Page, number: number): Locator =>
  page.getByRole('textbox', { name: questions[number - 1] as string })

/** Answers two of three questions, the second for the convenor's eyes only. */
export async function fillInComment(page: Page): Promise<void> {
  await answerTo(page, 1).fill(answer)
  await answerTo(page, 3).fill(confidential)
  await page.getByLabel('Publish your answer to question 3').selectOption('confidential')
  await page.getByRole('radio', { name: 'With your name' }).check()
  await page.getByLabel('Civil society').check()
  await page.getByLabel('For an organisation, as its authorised representative').check()
  await page.getByLabel('Your name (optional)').fill('Robin Example')
  await page.getByLabel('Organisation (optional)').fill('Example Repair Café Union')
}

/** The words that a form still holds, by the questions they answer. */
export async function wordsKept(page: Page): Promise<string[]> {
  return [await answerTo(page, 1).inputValue(), await answerTo(page, 3).inputValue()]
}

export interface Held {
  number: string
  key: string
}

const codePattern = /\b[0-9A-Z]{5}(-[0-9A-Z]{5}){3}\b/
const numberPattern = /\b[A-Z]+-\d{4}-\d{4}-\d{4,}\b/

function found(pattern: RegExp, words: string): string {
  const [text] = pattern.exec(words) ?? []
  if (text === undefined) throw new Error(`The page shows nothing like ${pattern}: ${words}`)
  return text
}

/** The code that a page gives its reader to write down. */
export const codeOn = async (page: Page) => found(codePattern, await wordsOf(page))

/** What the receipt page gives its reader to keep. */
export async function heldBy(page: Page): Promise<Held> {
  return { number: found(numberPattern, await wordsOf(page)), key: await codeOn(page) }
}

/** Submits by a double click: the second one ends the way of the first, so only the page shown tells that one arrived. */
export async function submitTwice(page: Page): Promise<Held> {
  await page.getByRole('button', { name: 'Submit comment' }).dblclick()
  await page.getByRole('heading', { name: 'Comment received' }).waitFor()
  return heldBy(page)
}

/** A short comment by somebody who is not asked for more than is needed. */
export async function sendComment(page: Page, docket: string, text: string): Promise<Held> {
  await page.goto(`/requests/${docket}/comment`)
  await fillInShortly(page, text)
  await pressButton(page, 'Check your comment')
  await pressButton(page, 'Submit comment')
  return heldBy(page)
}

/** A comment that is to be shown with the name of whoever sends it. */
export async function sendSigned(
  page: Page,
  docket: string,
  { text, name, email }: { text: string; name: string; email: string },
): Promise<Held> {
  await page.goto(`/requests/${docket}/comment`)
  await fillInShortly(page, text)
  await page.getByRole('radio', { name: 'With your name' }).check()
  await page.getByLabel('Your name (optional)').fill(name)
  await page.locator('input[name=email]').fill(email)
  await pressButton(page, 'Check your comment')
  await pressButton(page, 'Submit comment')
  return heldBy(page)
}

/** Where one writes freely: the only field of a request without questions. */
export const wholeComment = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^(Your comment|Anything else, or your whole comment in one piece)$/ })

export async function fillInShortly(page: Page, text: string): Promise<void> {
  await wholeComment(page).fill(text)
  await page.getByRole('radio', { name: 'Without your name' }).check()
  await page.getByLabel('Academia').check()
}

/** Opens a comment of one's own with nothing but what the receipt page gave. */
export async function openOwn(page: Page, { number, key }: Held): Promise<void> {
  await page.goto('/comment-key')
  await page.getByLabel('Tracking number').fill(number)
  await page.getByLabel('Comment key').fill(key)
  await pressButton(page, 'Open your comment')
}
