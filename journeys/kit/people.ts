import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Visitor } from './browser.ts'
import type { House } from './house.ts'
import { follow, pressButton } from './steps.ts'

/** Somebody new, signed in by a link that the command line printed. */
export async function enter(
  house: House,
  email: string,
  name: string,
  options: { script?: boolean } = {},
): Promise<Visitor> {
  const who = await house.visitor(options)
  await who.page.goto((await house.product.cli('sign-in-link', email)).trim())
  await who.page.getByLabel('Your name').fill(name)
  await pressButton(who.page, 'Sign in')
  return who
}

const toSignIn = /\/sign-in\//

/**
 * An administrator opens the newest letter to an address that has such a link, and reads the link.
 * Letters follow the record, so the mailbox is read again until one has come.
 */
export async function linkInLetter(administrator: Page, email: string, leading = toSignIn): Promise<string> {
  for (let readings = 0; readings < 80; readings++) {
    for (const letter of await lettersTo(administrator, email)) {
      await administrator.goto(letter)
      const link = administrator.getByRole('link', { name: leading })
      if (await link.count()) return (await link.first().getAttribute('href')) ?? ''
    }
    await setTimeout(250)
  }
  throw new Error(`No letter to ${email} led to ${leading}.`)
}

async function lettersTo(administrator: Page, email: string): Promise<string[]> {
  await administrator.goto('/mailbox')
  const links = administrator.getByRole('row').filter({ hasText: email }).getByRole('link')
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
}

/** An administrator gives a role everywhere. */
export async function giveRole(administrator: Page, name: string, role: string): Promise<void> {
  await administrator.goto('/people')
  await follow(administrator, name)
  await administrator.getByLabel('Role').selectOption(role)
  await pressButton(administrator, 'Give this role')
}
