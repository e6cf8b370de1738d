import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
mkdirSync(folder, { recursive: true })

const views = [
  { name: 'light', width: 1100, colorScheme: 'light' },
  { name: 'dark', width: 1100, colorScheme: 'dark' },
  { name: '360', width: 360, colorScheme: 'light' },
] as const

export const usualView = { width: 1100, height: 900 }

/** Draws a page as it is, in the three ways in which people look at it. */
export async function takePictures(page: Page, name: string): Promise<void> {
  for (const { name: view, width, colorScheme } of views) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${folder}${name}.${view}.png`, fullPage: true, animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(usualView)
}
