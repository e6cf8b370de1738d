import { readFile } from 'node:fs/promises'
import type { Locator, Page, Response } from 'playwright-core'

/** Presses a button or follows a link, and waits for the page it leads to. */
export async function press(page: Page, what: Locator): Promise<Response> {
  const [response] = await Promise.all([page.waitForNavigation(), what.click()])
  if (!response) throw new Error('No page came.')
  return response
}

export const pressButton = (page: Page, name: string | RegExp) =>
  press(page, page.getByRole('button', { name }))

export const follow = (page: Page, name: string | RegExp) =>
  press(page, page.getByRole('link', { name }).first())

/** The words of a page as a person reads them, without its header and footer. */
export const wordsOf = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

/** Saves what a link or button offers to download, and reads it. */
export async function download(page: Page, name: string): Promise<string> {
  const [offered] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main').getByText(name).first().click(),
  ])
  return readFile(await offered.path(), 'utf8')
}

/** Sends the form of this page once more, as a proxy does that got no answer; gives where it led and what came. */
export async function repeatForm(page: Page, act: string): Promise<() => Promise<string>> {
  const form = page.locator('form').filter({ has: page.locator(`[value=${act}]`) })
  const fields = await form
    .locator('input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value')]))
  const multipart = { ...Object.fromEntries(fields), act } as Record<string, string>
  const url = page.url()
  return async () => {
    const answer = await page.request.post(url, { multipart })
    return `${answer.url()} ${await answer.text()}`
  }
}
