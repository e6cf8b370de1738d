import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyseVerb } from '../src/cli/analyse.ts'
import { readConfig } from '../src/platform/config.ts'
import { openBrowser, visitor } from './kit/browser.ts'
import { examine } from './kit/examine.ts'

let folder: string
let browser: Browser
let address: string

const letter = 'Ten years of security updates for every connected device sold to homes, please'
const comments = [
  ...Array.from({ length: 12 }, (_, at) => ({
    id: `A-${at}`,
    comment: at % 3 ? letter : `${letter}, and thank you from number ${at} of our street`,
    usertype: at % 2 ? 'EU_CITIZEN' : 'COMPANY',
    organization: at % 2 ? '' : `House ${at}`,
    country: 'FRA',
    date: `2026-02-${10 + at}`,
  })),
  { id: 'B', comment: 'يجب أن تستمر التحديثات الأمنية طوال مدة استخدام الجهاز في كل بيت من بيوتنا' },
  { id: 'B', comment: 'See attached.' },
  { id: 'C', comment: '' },
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-report-'))
  const file = join(folder, 'comments.jsonl')
  await writeFile(file, comments.map((one) => JSON.stringify(one)).join('\n'))
  const config = readConfig({ PARLEY_DATA: folder, PARLEY_KEYS: folder })
  if ('problems' in config) throw new Error('The settings are wrong.')
  const quiet = { config, out: () => {}, err: () => {}, open: () => Promise.reject(new Error('No server.')) }
  expect(await analyseVerb.run([file, '-o', join(folder, 'report')], quiet)).toBe(0)
  address = pathToFileURL(join(folder, 'report')).href
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the report, opened from disk', () => {
  test('is readable by everybody, asks nobody for anything, and fits a phone, the dark and paper', async () => {
    const reader = await visitor(browser, address, { script: true })
    await reader.page.goto(`${address}/index.html`)
    await examine(reader, 'report-from-disk')
    await reader.close()
  })

  test('leads by keyboard past the head to each part, and to a table on disk', async () => {
    const { page, close } = await visitor(browser, address)
    await page.goto(`${address}/index.html`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#main$/)
    await page.getByRole('navigation').getByRole('link', { name: 'Campaigns' }).click()
    expect(page.url()).toMatch(/#campaigns$/)
    const missing = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map((link) => link.hash.slice(1))
        .filter((id) => !document.getElementById(id)),
    )
    expect(missing).toEqual([])
    const table = page.getByRole('link', { name: 'Which comment is in which campaign' })
    const [download] = await Promise.all([page.waitForEvent('download'), table.click()])
    expect(download.suggestedFilename()).toBe('comments.csv')
    await close()
  })
})
