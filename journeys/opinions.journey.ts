import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { convene, fillIn, noon } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

const list = '/processes/updates-for-connected-devices/deliberations'
const here = `${list}/1`
const claims = [
  'Every box names the date until which updates come.',
  'Makers pay for updates as long as a device works.',
  'Ten years of updates is the least.',
  'Repair shops get updates as makers do.',
  'Buyers decide for themselves how long they want updates.',
  'Small makers may promise less.',
  'Updates for longer than five years cost more than they are worth.',
  'A label from the state helps nobody.',
]

interface Answer {
  resumeCode?: string
}

/** Somebody votes by script on all statements, from the first on. */
async function voteAll(url: string, words: readonly string[]): Promise<void> {
  let code = ''
  for (const [at, vote] of words.entries()) {
    const answer = await fetch(`${url}/api${here}/votes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(code && { 'resume-code': code }) },
      body: JSON.stringify({ statement: at + 1, vote }),
    })
    expect(answer.status).toBe(201)
    code ||= ((await answer.json()) as Answer).resumeCode ?? ''
  }
}

/** The first statement suits everybody; of the others each camp likes half. */
const wordsFor = (who: number) =>
  claims.map((_, at) => {
    if (at === 0) return 'agree'
    if ((who + at) % 9 === 0) return 'pass'
    return at < 4 === who < 7 ? 'agree' : 'disagree'
  })

describe.each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('What the votes show, $how:', ({ script }) => {
  let house: House
  let sam: Visitor
  let reader: Visitor

  beforeAll(async () => {
    house = await openHouse()
    const zoe = await house.visitor({ script })
    await convene(house, zoe.page)
    sam = await enter(house, 'sam@example.org', 'Sam Example', { script })
    await giveRole(zoe.page, 'Sam Example', 'secretariat')
    reader = await house.visitor({ script })
    const { page } = sam
    await page.goto(list)
    await follow(page, 'New deliberation')
    await fillIn(page, {
      Title: 'How long should updates last?',
      Introduction: 'Say what you agree with.',
      Opens: noon(-1),
      Closes: noon(20),
    })
    await pressButton(page, 'Save as draft')
    await pressButton(page, 'Announce the deliberation')
    await page.goto(`${here}/seed`)
    await page.getByLabel('Statements, one on each line').fill(claims.join('\n'))
    await pressButton(page, 'Post these statements')
  })
  afterAll(() => house?.close())

  test('nothing is shown before anybody voted', async () => {
    await visit(reader, `${here}/opinions`, 'opinions-none')
    expect(await wordsOf(reader.page)).toContain('Nobody has voted yet')
  })

  test('two groups appear, with what each stands for and what both agree on', async () => {
    for (let who = 0; who < 12; who += 1) await voteAll(house.product.url, wordsFor(who))
    const { page } = reader
    await page.goto(here)
    await follow(page, 'What the votes show')
    for (
      let tries = 0;
      tries < 60 && !(await wordsOf(page)).includes('12 people cast 96 votes');
      tries += 1
    ) {
      await page.waitForTimeout(500)
      await page.reload()
    }
    const said = await wordsOf(page)
    expect(said).toContain('12 people cast 96 votes on 8 statements.')
    expect(said).toContain('What group B stands for')
    expect(said).toContain('What bridges the groups')
    await examine(reader, 'opinions')
  })

  test('a group on the map leads to what it stands for, and shows how it voted on a statement', async () => {
    const { page } = reader
    await page.goto(`${here}/opinions`)
    await page.getByLabel('Show on the map how the groups voted on').selectOption({ index: 1 })
    await pressButton(page, 'Show')
    expect(await wordsOf(page)).toContain('The map shows how many of each group agree with:')
    expect(await page.locator('.parley-opinions').textContent()).toMatch(/\d+% agree/)
    await examine(reader, 'opinions-chosen')
    const group = page.getByRole('link', { name: /^Group A/ })
    if (script) {
      await group.focus()
      expect(await page.locator('[data-told]').innerText()).toContain('What group A stands for')
      await page.keyboard.press('ArrowRight')
      expect(await page.locator('[data-told]').innerText()).toContain('What group B stands for')
      await page.keyboard.press('ArrowLeft')
    } else await group.focus()
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#group-a$/)
  })

  test('it prints, and another site can show it within its own page', async () => {
    const { page } = reader
    await page.goto(`${here}/opinions`)
    const line = (await page.locator('.parley-code').last().textContent()) ?? ''
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.emulateMedia({ media: 'print' })
    await page.screenshot({ path: 'journeys/screenshots/opinions.print.png', fullPage: true })
    await page.emulateMedia({ media: null })
    await visit(reader, `${here}/opinions/embed`, 'opinions-embed')
    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<!doctype html><html lang="en"><title>Ours</title><h1>Our site</h1>${line}</html>`)
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const { port } = site.address() as AddressInfo
    const guest = await house.visitor({ script })
    await guest.page.goto(`http://127.0.0.1:${port}/`)
    const framed = guest.page.frameLocator('iframe')
    await expect.poll(() => framed.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await framed.locator('body').innerText()).toContain('12 people cast 96 votes')
    const refused = await guest.page.request.get(`${house.product.url}${here}/opinions`)
    expect(refused.headers()['x-frame-options']).toBe('DENY')
    await guest.close()
    site.close()
  })

  test('it is there in French', async () => {
    await reader.page.goto(`${here}/opinions?lang=fr`)
    await examine(reader, 'opinions-french', 'fr')
    expect(await wordsOf(reader.page)).toContain('Ce que représente le groupe A')
  })
})
