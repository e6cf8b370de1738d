import type { Locator, Page, Response } from 'playwright-core'
import { expect } from 'vitest'

interface Kept {
  tabbed?: { element: Element; look: string } | undefined
}

/** Run inside the page: what is wrong with where the focus is now, held against where it was before. */
function readFocus(): string[] {
  const lookOf = (element: Element) =>
    [element, element.nextElementSibling]
      .flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::before')] : []))
      .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.clip].join())
      .join(' / ')
  const kept = globalThis as Kept
  const element = document.activeElement
  if (!element || element === document.body) return ['Nothing has the focus.']
  const name = element.outerHTML.slice(0, 120)
  const box = element.getBoundingClientRect()
  const found: string[] = []
  if (box.bottom <= 0 || box.top >= innerHeight || box.width === 0) found.push(`Out of sight: ${name}`)
  const before = kept.tabbed
  if (before && before.element !== element) {
    if (lookOf(before.element) === before.look)
      found.push(`Looked no different with the focus: ${before.element.outerHTML.slice(0, 120)}`)
    if (!(before.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
      found.push(`Out of order: ${name}`)
  }
  kept.tabbed = { element, look: lookOf(element) }
  return found
}

/** One press of Tab; the focus must be visible and go on in the order of the page. */
export async function tab(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  expect(await page.evaluate(readFocus), page.url()).toEqual([])
}

export const hasFocus = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => element === document.activeElement)

/** Presses Tab until it is there. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await tab(page)
    if (await hasFocus(what)) return
  }
  throw new Error(`No way by Tab to ${what}.`)
}

/** Enter on a link within the page moves the focus, and Tab goes on from there. */
export async function jump(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.evaluate(() => {
    ;(globalThis as Kept).tabbed = undefined
  })
}

/** Enter on a link or button that leads to another page. */
export async function enterPage(page: Page): Promise<Response | null> {
  const [response] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  return response
}
