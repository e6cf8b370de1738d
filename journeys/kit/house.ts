import type { Browser } from 'playwright-core'
import { makeProduct, type Product } from '../../setup/testing/product.ts'
import { openBrowser, type Visitor, visitor } from './browser.ts'

/** A fresh installation that runs as it is built, and a browser to walk through it. */
export interface House {
  product: Product
  browser: Browser
  visitor(options?: { script?: boolean }): Promise<Visitor>
  close(): Promise<void>
}

/** What is done with the installation before it first starts, such as restoring a backup into it. */
type Prepare = (product: Product) => Promise<unknown>

export async function openHouse(
  prepare: Prepare = async () => {},
  named: Parameters<typeof makeProduct>[0] = {},
): Promise<House> {
  const product = await makeProduct(named)
  const browser = await openBrowser()
  try {
    await prepare(product)
    await product.start()
  } catch (error) {
    await Promise.all([browser.close(), product.remove()])
    throw error
  }
  return {
    product,
    browser,
    visitor: (options) => visitor(browser, product.url, options),
    async close() {
      await browser.close()
      await product.remove()
    },
  }
}
