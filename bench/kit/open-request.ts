import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from '../../setup/testing/product.ts'

/** It answers a moment before its start-up message can be read. */
async function codeIn(log: () => string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const code = /first-start\?code=(\S+)/.exec(log())?.[1]
    if (code) return code
    await sleep(50)
  }
  throw new Error(`No code was told:\n${log()}`)
}

/** Founds the installation as whoever reads its start-up message would. */
async function found({ url, log }: Product): Promise<void> {
  const code = await codeIn(log)
  const form = {
    installation: 'Bench',
    convenor: 'Bench',
    group: 'academia',
    name: 'Ada',
    email: 'ada@example.org',
  }
  const body = new URLSearchParams({ code, ...form })
  const answer = await fetch(`${url}/first-start`, { method: 'POST', body, redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`The installation was not founded: ${answer.status}`)
}

/** Brings a product that has just started to where it takes comments; answers the docket number to send them to. */
export async function openRequest(product: Product): Promise<string> {
  const docket = 'BENCH-2026-0001'
  await found(product)
  await product.cli('request', docket, '--title', 'Bench', '--deadline', '2099-01-01T00:00:00Z')
  return docket
}
