import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { heldBy } from './kit/comment.ts'
import { convene, docket, questions, title } from './kit/convene.ts'
import { type House, openHouse } from './kit/house.ts'
import { enterPage, hasFocus, jump, tab, tabTo } from './kit/keyboard.ts'
import { wordsOf } from './kit/steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const zoe = await house.visitor()
  await convene(house, zoe.page)
})
afterAll(() => house?.close())

describe.each([
  { how: 'without script', script: false, number: `${docket}-0001` },
  { how: 'with script', script: true, number: `${docket}-0002` },
])('By keyboard alone, $how,', ({ script, number }) => {
  let robin: Visitor
  beforeAll(async () => {
    robin = await house.visitor({ script })
  })

  const button = (name: string) => robin.page.getByRole('button', { name }).last()
  const radio = (name: string) => robin.page.getByRole('radio', { name, exact: true })

  test('one skips what stands on every page, and comes to the request', async () => {
    const { page } = robin
    await page.goto('/')
    const skip = page.getByRole('link', { name: 'Skip to main content' })
    await tab(page)
    expect(await hasFocus(skip)).toBe(true)
    await jump(page)
    expect(await hasFocus(page.locator('main'))).toBe(true)
    await tab(page)
    expect(await hasFocus(page.getByRole('link', { name: title }))).toBe(true)
    await enterPage(page)
    await tabTo(page, page.getByRole('link', { name: 'Deadline', exact: true }))
    await tabTo(page, button('Write a comment'))
    await enterPage(page)
    expect(page.url()).toContain(`/requests/${docket}/comment`)
  })

  test('one answers a question and chooses with the arrow keys', async () => {
    const { page } = robin
    await tabTo(page, page.getByRole('textbox', { name: questions[0] as string }))
    await page.keyboard.type('Yes: a date.')
    await tabTo(page, radio('Not stated'))
    for (let presses = 0; presses < 9 && !(await hasFocus(radio('Civil society'))); presses += 1)
      await page.keyboard.press('ArrowUp')
    expect(await radio('Civil society').isChecked()).toBe(true)
  })

  test('one is led to what is wrong, and from there to the field', async () => {
    const { page } = robin
    await tabTo(page, button('Check your comment'))
    await enterPage(page)
    expect(await page.title()).toMatch(/^Error: /)
    expect(await hasFocus(page.locator('.govuk-error-summary'))).toBe(true)
    const problem = page.getByRole('link', { name: 'Choose how your comment may be published' })
    await tab(page)
    expect(await hasFocus(problem)).toBe(true)
    await jump(page)
    expect(await hasFocus(radio('With your name'))).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await radio('Without your name').isChecked()).toBe(true)
  })

  test('one reads it once more, submits it, and holds the receipt', async () => {
    const { page } = robin
    await tabTo(page, button('Check your comment'))
    await enterPage(page)
    expect(await wordsOf(page)).toContain('Yes: a date.')
    await tabTo(page, button('Submit comment'))
    await enterPage(page)
    expect((await heldBy(page)).number).toBe(number)
    await tabTo(page, button('Download the receipt'))
    const [offered] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(offered.suggestedFilename()).toBe(`receipt-${number}.txt`)
  })
})
