import type { Page } from 'playwright-core'
import { pressButton } from './steps.ts'

/** What a coder says of words in a comment: codes by name, and a position on each issue by its label. */
export interface Noted {
  words: string
  codes?: readonly string[]
  positions?: Readonly<Record<string, string>>
  /** By the number of the issue. */
  conditions?: Readonly<Record<number, string>>
}

/** Marks words at the desk and codes them. */
export async function note(page: Page, { words, codes = [], positions = {}, conditions = {} }: Noted) {
  await page.getByLabel('Words', { exact: true }).fill(words)
  for (const code of codes) await page.getByRole('checkbox', { name: code }).check()
  await sayPositions(page, positions, conditions)
  await pressButton(page, 'Save excerpt')
}

async function sayPositions(
  page: Page,
  positions: NonNullable<Noted['positions']>,
  conditions: NonNullable<Noted['conditions']>,
) {
  for (const [issue, position] of Object.entries(positions))
    await page.getByLabel(issue, { exact: true }).selectOption(position)
  for (const [issue, condition] of Object.entries(conditions))
    await page.getByLabel(`Condition, if it has one (issue ${issue})`).fill(condition)
}

/** Takes a comment, notes what is in it, and says that this is all. */
export async function codeComment(page: Page, number: string, all: readonly Noted[]): Promise<void> {
  await page.goto(`/comments/${number}/coding`)
  await pressButton(page, 'Take this comment')
  for (const one of all) await note(page, one)
  await pressButton(page, 'Done')
}

/** Adds a code on top of the codebook. */
export async function addCode(page: Page, process: string, name: string, definition: string): Promise<void> {
  await page.goto(`/processes/${process}/codebook`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Definition').fill(definition)
  await pressButton(page, 'Add code')
}
