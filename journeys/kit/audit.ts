import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { stepLimit } from './browser.ts'

/** axe has no time-out of its own. */
async function withinLimit<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`axe took longer than ${stepLimit} ms.`)), stepLimit)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Run inside the page; serialised, so it may name nothing from outside. */
async function readPage(rules: string[] | undefined): Promise<string[]> {
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
  const { violations } = await inPage.run(document, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: rules }),
  })
  return violations.map(({ id, nodes }) => {
    const where = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`)
    return [id, ...where].join('\n')
  })
}

/** axe in both themes: only colours differ between them. */
async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await withinLimit(page.evaluate(readPage, undefined))
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await withinLimit(page.evaluate(readPage, ['color-contrast']))
  await page.emulateMedia({ colorScheme: null })
  return [...light, ...dark.map((finding) => `in dark: ${finding}`)]
}

interface Reader {
  page: Page
  show(html: string): void
}

async function openReader(browser: Browser): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } })
  context.setDefaultTimeout(stepLimit)
  const page = await context.newPage()
  let body = ''
  await page.route('**/*', (route) => {
    const kind = route.request().resourceType()
    if (kind === 'document') return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    return kind === 'script' ? route.abort() : route.continue()
  })
  const show = (html: string) => {
    body = html
  }
  return { page, show }
}

const readers = new WeakMap<Browser, Promise<Reader>>()

/** axe never returns where script is off, so it reads the same page in a window that only blocks the page's own. */
async function findingsWithoutScript(browser: Browser, shown: Page): Promise<string[]> {
  const opened = readers.get(browser) ?? openReader(browser)
  readers.set(browser, opened)
  const { page, show } = await opened
  show(await shown.content())
  await page.goto(shown.url())
  return findingsOn(page)
}

/** What axe finds on a page as it stands, in light and in dark. */
export async function audit(page: Page, script: boolean): Promise<string[]> {
  const browser = page.context().browser()
  return script || !browser ? findingsOn(page) : findingsWithoutScript(browser, page)
}
