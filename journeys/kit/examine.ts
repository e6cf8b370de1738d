import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { audit } from './audit.ts'
import type { Visitor } from './browser.ts'
import { takePictures, usualView } from './pictures.ts'
import { weigh } from './weight.ts'

const kilobyte = 1024

/** How far a page is wider than the window, on a small phone and at 400 % zoom. */
async function overflow(page: Page): Promise<Record<number, number>> {
  const found: Record<number, number> = {}
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 })
    found[width] = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  }
  await page.setViewportSize(usualView)
  return found
}

/** What only a screen has use for, and a printer draws all the same. */
async function printedInVain(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => {
    const ways = [...document.querySelectorAll<HTMLElement>('nav, .govuk-button, .govuk-skip-link')]
    return ways
      .filter((one) => one.checkVisibility() && one.innerText.trim() !== '')
      .map((one) => one.innerText)
  })
  await page.emulateMedia({ media: null })
  return found
}

function frameOf(page: Page) {
  return page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    titled: document.title.length > 0,
  }))
}

/** Holds a page, as it stands before a visitor, to what every page promises; and draws it under its name. */
export async function examine(
  { page, script, strayed, complaints }: Visitor,
  name: string,
  lang = 'en',
): Promise<void> {
  const findings = await audit(page, script)
  expect(findings, `axe on ${name}`).toEqual([])
  expect(await frameOf(page), name).toEqual({ lang, headings: 1, titled: true })
  expect(await overflow(page), `${name} scrolls sideways`).toEqual({ 320: 0, 360: 0 })
  expect(await printedInVain(page), `${name} prints what paper cannot use`).toEqual([])
  const weight = await weigh(page, await page.content())
  expect(weight.all, `weight of ${name}`).toBeLessThanOrEqual(60 * kilobyte)
  expect(weight.script, `script of ${name}`).toBeLessThanOrEqual(20 * kilobyte)
  expect(strayed.splice(0), `requests of ${name} to other hosts`).toEqual([])
  expect(complaints.splice(0), `what the browser says of ${name}`).toEqual([])
  await takePictures(page, name)
}

/** Opens a page that is there for this visitor, and examines it. */
export async function visit(who: Visitor, path: string, name: string, status = 200): Promise<void> {
  const response = await who.page.goto(path)
  expect(response?.status(), path).toBe(status)
  await examine(who, name)
}
