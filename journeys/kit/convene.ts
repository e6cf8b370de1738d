import type { Page } from 'playwright-core'
import type { House } from './house.ts'
import { follow, pressButton } from './steps.ts'

/** The link with the code that the server prints at its first start. */
export function firstStartLink({ product }: House): string {
  const link = /http:\S+\/first-start\?code=\S+/.exec(product.log())?.[0]
  if (!link) throw new Error(`The start-up message shows no link:\n${product.log()}`)
  return link
}

export const founding = {
  'Name of the installation': 'Example Forum on Connected Devices',
  'Your name': 'Zoë Example',
  'Your e-mail address': 'zoe@example.org',
}

export const convenor = 'Example Office for Digital Trust'

/** Fills in fields by the labels that a person reads. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value)
}

/** The first start: who runs the installation and who calls processes on it. */
export async function found(house: House, page: Page): Promise<void> {
  await page.goto(firstStartLink(house))
  await fillIn(page, { ...founding, Convenor: convenor })
  await page.getByLabel('Government').check()
  await pressButton(page, 'Set up and sign me in')
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** A day from now, as the fields for dates want it: at noon, which the clocks of no zone skip. */
export function noon(daysFromNow: number): string {
  const day = new Date(Date.now() + daysFromNow * 86_400_000)
  return `${day.getUTCFullYear()}-${twoDigits(day.getUTCMonth() + 1)}-${twoDigits(day.getUTCDate())}T12:00`
}

export async function fillInProcess(page: Page): Promise<void> {
  await fillIn(page, {
    'Name of the process': 'Updates for connected devices',
    'What it is about': 'How buyers learn **until when** a device gets security updates.\n\n- phones\n- toys',
  })
  await page.getByLabel('Best practice').check()
  await page.getByLabel('Nothing: it is voluntary').check()
  await page.getByLabel('Convenor').selectOption(convenor)
  const issues = page.getByLabel('Topic')
  await issues.nth(0).fill('Support period')
  await issues.nth(1).fill('What buyers are told')
}

export const questions = [
  'Should a maker name a date until which security updates are promised?',
  'How should buyers learn how updates reach the device?',
  'Which few words would you print on the box?',
]

export const title = 'Security updates: what should buyers be told?'
export const docket = 'EXAMPLE-2026-0001'

export async function fillInRequest(page: Page): Promise<void> {
  await fillIn(page, {
    Title: title,
    Notice: 'We ask how buyers can learn about updates **before** they buy.\n\nEvery comment is read.',
    'Docket number (optional)': docket,
    'It opens': noon(-2),
    Deadline: noon(28),
  })
  await page.getByLabel('Time zone of the dates').selectOption('Europe/Dublin')
  for (const [at, question] of questions.entries())
    await page.getByLabel('The question').nth(at).fill(question)
  await page.getByLabel('1. Support period').first().check()
  await page.getByLabel('It is among those that matter most').first().check()
}

/** A founded installation whose administrator has published one process and one request for comment. */
export async function convene(house: House, page: Page): Promise<void> {
  await found(house, page)
  await page.goto('/processes/new')
  await fillInProcess(page)
  await pressButton(page, 'Make the process')
  await follow(page, 'Make a request for comment')
  await fillInRequest(page)
  await pressButton(page, 'Make the draft')
  await pressButton(page, 'Publish the request')
}

/** A founded installation with a bare request, made on the command line; it closes in a month if nothing is said. */
export async function callBriefly(house: House, page: Page, deadline = `${noon(28)}:00Z`): Promise<void> {
  await found(house, page)
  await house.product.cli('request', docket, '--title', title, '--deadline', deadline)
}
