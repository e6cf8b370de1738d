import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../setup/chromium.mjs'

/** No step of a browser may wait longer than this. */
export const stepLimit = 20_000

const executablePath = findChromium()

/** Root cannot have the sandbox, and some containers give it to nobody; only our own pages are opened here. */
export async function openBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('There is no Chromium: install it, or name its file in CHROMIUM.')
  const options = { executablePath, timeout: 60_000 }
  if (process.getuid?.() === 0) return chromium.launch(options)
  try {
    return await chromium.launch({ ...options, chromiumSandbox: true })
  } catch {
    return chromium.launch(options)
  }
}

export interface Visitor {
  page: Page
  script: boolean
  /** Requests to other hosts, and what the browser complained of, since the page was last examined. */
  strayed: string[]
  complaints: string[]
  close(): Promise<void>
}

const expectedComplaint = /Failed to load resource: the server responded with a status of (4\d\d|503)/

function listen(context: BrowserContext, origin: string): Pick<Visitor, 'strayed' | 'complaints'> {
  const heard = { strayed: [] as string[], complaints: [] as string[] }
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      heard.strayed.push(request.url())
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !expectedComplaint.test(message.text()))
      heard.complaints.push(message.text())
  })
  context.on('weberror', (error) => heard.complaints.push(String(error.error())))
  return heard
}

/** Somebody with a browser of their own: no cookie, no cache, with script or without. */
export async function visitor(
  browser: Browser,
  origin: string,
  { script = false }: { script?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: script,
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1100, height: 900 },
  })
  context.setDefaultTimeout(stepLimit)
  const heard = listen(context, origin)
  return { page: await context.newPage(), script, ...heard, close: () => context.close() }
}
