import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from './kit/audit.ts'
import type { Visitor } from './kit/browser.ts'
import { found } from './kit/convene.ts'
import { examine } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'
import { everyPage } from './kit/walk.ts'

const docket = '/requests/EXAMPLE-2026-0001'
const ours = 'Une date, imprimée sur la boîte.'

/** Where the words of a page begin: at its left or at its right. */
const sideOf = (page: Page) =>
  page.getByRole('heading', { level: 1 }).evaluate((title) => {
    const range = document.createRange()
    range.selectNodeContents(title)
    const [words, main] = [range.getBoundingClientRect(), title.getBoundingClientRect()]
    return words.left - main.left > main.right - words.right ? 'right' : 'left'
  })

describe('The interface speaks other languages', () => {
  let house: House
  let ines: Visitor

  beforeAll(async () => {
    house = await openHouse()
    const zoe = await house.visitor()
    await found(house, zoe.page)
    await pressButton(zoe.page, 'Load the worked example')
    ines = await house.visitor()
  })
  afterAll(() => house?.close())

  test('a link in the header turns the page one reads into French, and those after it', async () => {
    const { page } = ines
    await page.goto(`${docket}/comments?sort=oldest`)
    await follow(page, 'Français')
    expect(new URL(page.url()).search).toBe('?sort=oldest&lang=fr')
    await page.goto(docket)
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await examine(ines, 'french-request', 'fr')
  })

  test('a comment is written, checked, sent and received without a word of English or script', async () => {
    const { page } = ines
    await pressButton(page, 'Écrire une contribution')
    await page.locator('[name="answers.1.text"], textarea').first().fill(ours)
    await page.getByRole('radio', { name: 'Sans votre nom' }).check()
    await page.getByLabel('Société civile').check()
    await examine(ines, 'french-comment', 'fr')
    await pressButton(page, 'Vérifier votre contribution')
    expect(await wordsOf(page)).toContain('Rien n’a encore été envoyé.')
    await examine(ines, 'french-review', 'fr')
    await pressButton(page, 'Envoyer la contribution')
    expect(await wordsOf(page)).toContain('Votre numéro de suivi')
    await examine(ines, 'french-receipt', 'fr')
  })

  test('a form that lacks something says so in French, with every word kept', async () => {
    const { page } = ines
    await page.goto(`${docket}/comment`)
    await page.locator('textarea').first().fill(ours)
    await pressButton(page, 'Vérifier votre contribution')
    expect(await wordsOf(page)).toContain('Choisissez comment votre contribution peut être publiée')
    expect(await page.locator('textarea').first().inputValue()).toBe(ours)
    await examine(ines, 'french-problems', 'fr')
  })

  test('from right to left every public page begins at the right, and axe finds nothing', async () => {
    const reader = await house.visitor()
    await reader.page.goto('/?lang=ar-XB')
    const findings: string[] = []
    const walked = await everyPage(reader.page, '/', async (path) => {
      if (/^\/comments\/.*-000[2-9]|\?/.test(path)) return
      expect(await reader.page.locator('html').getAttribute('dir'), path).toBe('rtl')
      expect(await sideOf(reader.page), path).toBe('right')
      for (const finding of await audit(reader.page, reader.script)) findings.push(`${path}: ${finding}`)
    })
    expect(walked.broken).toEqual([])
    expect(findings).toEqual([])
    expect(walked.pages).toEqual(expect.arrayContaining(['/', '/log', docket, `${docket}/comment`]))
  })

  test('from right to left a comment can be sent too', async () => {
    const noor = await house.visitor()
    await noor.page.goto(`${docket}/comment?lang=ar-XB`)
    await noor.page.locator('textarea').first().fill('تاريخ مطبوع على العلبة.')
    await noor.page.locator('[name="publication"][value="with-name"], [value="without-name"]').last().check()
    await noor.page.locator('[name="group"][value="users"]').check()
    await examine(noor, 'mirrored-comment', 'ar-XB')
    await noor.page.locator('main button[value="check"]').last().click()
    await noor.page.locator('main button[value="submit"]').last().click()
    expect(await wordsOf(noor.page)).toMatch(/EXAMPLE-2026-0001-\d{4}/)
    await examine(noor, 'mirrored-receipt', 'ar-XB')
  })
})
