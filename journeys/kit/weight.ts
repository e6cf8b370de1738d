import { get } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const weights = new Map<string, Promise<number>>()

/** What a file weighs over the wire, as a browser would ask for it. */
function fetchWeight(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
      })
      response.on('end', () => resolve(bytes)).on('error', reject)
    }).on('error', reject)
  })
}

function weightOf(url: string): Promise<number> {
  const known = weights.get(url) ?? fetchWeight(url)
  weights.set(url, known)
  return known
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** What a reader who comes for the first time loads, in bytes: the page, its style, its pictures, its script. */
export async function weigh(page: Page, html: string): Promise<{ all: number; script: number }> {
  const { scripts, others } = await page.evaluate(() => ({
    scripts: [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
    others: [
      ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet], link[rel=icon]')].map(
        ({ href }) => href,
      ),
      ...[...document.images].map(({ src }) => src),
    ].filter((url) => url.startsWith('http')),
  }))
  const script = sum(await Promise.all(scripts.map(weightOf)))
  const rest = sum(await Promise.all(others.map(weightOf)))
  return { all: script + rest + brotliCompressSync(html).length, script }
}
