import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { convene, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { press, pressButton, wordsOf } from './kit/steps.ts'

const comments = [
  'Ten years of updates, at least. It is all we ask.',
  'Updates for ten years are what my mother needs.',
  'The label is too small to read in a shop.',
  'We support ten years of updates for every device. You must print the label in red, 5 % larger. Who pays?',
]
const programs = `/requests/${docket}/programs`

describe.each([{ script: false }, { script: true }])('Programs suggest, script: $script', ({ script }) => {
  let house: House
  let zoe: Visitor
  let ada: Visitor
  const named = (name: string) => `programs-${name}${script ? '-script' : ''}`

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    await convene(house, zoe.page)
    const file = join(house.product.folder, 'comments.jsonl')
    const lines = comments.map((text, at) =>
      JSON.stringify({ id: String(at + 1), text, group: 'users', language: 'en' }),
    )
    await writeFile(file, lines.join('\n'))
    await house.product.cli('import', file, '--request', docket)
    ada = await enter(house, 'ada@example.org', 'Ada Example', { script })
    await giveRole(zoe.page, 'Ada Example', 'analyst')
  })
  afterAll(() => house?.close())

  async function take(page: Page, number: number): Promise<void> {
    await page.goto(`/comments/${docket}-000${number}/coding`)
    await pressButton(page, 'Take this comment')
  }

  test('an analyst codes three comments by hand', async () => {
    const { page } = ada
    const marked = [
      { words: 'Ten years of updates, at least.', kind: 'Demand', on: '1. Support period', says: 'Support' },
      { words: 'Updates for ten years', kind: 'Demand', on: '1. Support period', says: 'Support' },
      { words: 'The label is too small', kind: 'Judgement', on: '2. What buyers are told', says: 'Oppose' },
    ]
    for (const [at, { words, kind, on, says }] of marked.entries()) {
      await take(page, at + 1)
      await page.getByLabel('Words', { exact: true }).fill(words)
      await page.getByLabel('What it is').selectOption(kind)
      await page.getByLabel(on).selectOption(says)
      await pressButton(page, 'Save excerpt')
      expect(page.url()).toContain('#excerpt-')
      await pressButton(page, 'Done')
    }
    await visit(ada, programs, named('off'))
    expect(await wordsOf(page)).toContain('nothing is sent anywhere')
  })

  test('switches programs on, and everybody can see that they read', async () => {
    const { page } = ada
    for (const name of ['Position cues', 'Issues and codes', 'Evidence and demands'])
      await pressButton(page, new RegExp(`^Switch on ?: ${name}`))
    await expect
      .poll(async () => (await page.reload()) && wordsOf(page), { timeout: 60_000 })
      .toMatch(/Evidence and demands On .* 1 of 4 posted/)
    await examine(ada, named('on'))
    const reader = await house.visitor({ script })
    await reader.page.goto(`/requests/${docket}/comments`)
    expect(await wordsOf(reader.page)).toContain('3 programs read the posted comments')
    await visit(reader, programs, named('public'))
    expect(await wordsOf(reader.page)).not.toContain('Switch off')
  })

  test('finds suggestions at the desk, takes one over and puts one away', async () => {
    const { page } = ada
    await take(page, 4)
    const found = page.getByRole('article', { name: /^Suggestion/ })
    await expect.poll(async () => (await page.reload()) && found.count(), { timeout: 60_000 }).toBe(3)
    await examine(ada, named('desk'))
    expect(await found.filter({ hasText: 'You must print the label' }).innerText()).toContain('Demand')
    await press(
      page,
      found.filter({ hasText: 'We support ten years' }).getByRole('button', { name: /^Accept/ }),
    )
    expect(await wordsOf(page)).toContain('Taken over from a suggestion: Position cues')
    await press(page, found.filter({ hasText: 'Who pays?' }).getByRole('button', { name: /^Dismiss/ }))
    expect(await found.count()).toBe(1)
    await examine(ada, named('answered'))
    await pressButton(page, 'Done')
  })

  test('sees how each program fares', async () => {
    await visit(ada, programs, named('fares'))
    const words = await wordsOf(ada.page)
    expect(words).toContain('What people made of its suggestions')
    expect(words).toContain('Too few to say how it fares')
  })
})
