import type { APIResponse, Page } from 'playwright-core'

export interface Walked {
  /** Paths of the pages seen, each once. */
  pages: string[]
  /** Links that led nowhere, and where they stood. */
  broken: string[]
}

const isPage = (answer: APIResponse) =>
  answer.ok() && (answer.headers()['content-type'] ?? '').startsWith('text/html')

/** Every page leads back to itself after signing in, and to itself in other languages: one way stands for all. */
async function linksOn(page: Page, origin: string): Promise<string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))
  return hrefs
    .filter((href) => href.startsWith(`${origin}/`) && !/[?&]lang=/.test(href))
    .map((href) => href.slice(origin.length).replace(/#.*/, ''))
    .map((path) => path.replace(/^(\/sign-in)\?.*/, '$1'))
}

/** Follows every link within the installation, from one page on; files it only asks for. */
export async function everyPage(
  page: Page,
  from: string,
  look: (path: string) => Promise<void>,
): Promise<Walked> {
  const walked: Walked = { pages: [], broken: [] }
  const seen = new Map([[from, 'the start']])
  // A Map goes on to what is added while it is walked.
  for (const [path, by] of seen) {
    const answer = await page.request.get(path)
    if (!answer.ok()) walked.broken.push(`${path} (${answer.status()}), linked from ${by}`)
    if (!isPage(answer)) continue
    await page.goto(path)
    walked.pages.push(path)
    await look(path)
    const links = await linksOn(page, new URL(page.url()).origin)
    for (const next of links.filter((link) => !seen.has(link))) seen.set(next, path)
  }
  return walked
}
