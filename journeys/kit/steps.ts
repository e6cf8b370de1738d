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
