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

/** An administrator looks into the mailbox for the newest letter to an address. */
export async function openLetter(administrator: Page, email: string): Promise<void> {
  await administrator.goto('/mailbox')
  const row = administrator.getByRole('row').filter({ hasText: email }).first()
  await administrator.goto((await row.getByRole('link').getAttribute('href')) ?? '')
}

/** The link of the newest letter to an address, where it leads to sign in unless said otherwise. */
export async function linkInLetter(
  administrator: Page,
  email: string,
  leading: RegExp = /\/sign-in\//,
): Promise<string> {
  await openLetter(administrator, email)
  return (await administrator.getByRole('link', { name: leading }).getAttribute('href')) ?? ''
}

/** An administrator gives a role everywhere. */
export async function giveRole(administrator: Page, name: string, role: string): Promise<void> {
  await administrator.goto('/people')
  await follow(administrator, name)
  await administrator.getByLabel('Role').selectOption(role)
  await pressButton(administrator, 'Give this role')
}
