import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from './kit/audit.ts'
import type { Visitor } from './kit/browser.ts'
import { found } from './kit/convene.ts'
import { type House, openHouse } from './kit/house.ts'
import { pressButton, wordsOf } from './kit/steps.ts'
import { everyPage } from './kit/walk.ts'

const docket = '/requests/EXAMPLE-2026-0001'
/** Pages that other journeys examine, and that are the same whatever is loaded. */
const elsewhere = /^\/(sign-in|resume|check|comment-key)\b/
/** One page for all choices of filters: the docket as it is asked for first. */
const chosen = /\?(?!lang)/

describe('The worked example', () => {
  let house: House
  let zoe: Visitor
  let reader: Visitor

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    reader = await house.visitor()
  })
  afterAll(() => house?.close())

  test('is loaded by one button after the first start', async () => {
    await found(house, zoe.page)
    await pressButton(zoe.page, 'Load the worked example')
    expect(zoe.page.url()).toContain('/processes/example-')
    expect(await wordsOf(zoe.page)).toContain('Security updates for connected devices')
  })

  test('can be walked to its last page: every link answers, and axe finds nothing', async () => {
    const findings: string[] = []
    const walked = await everyPage(reader.page, '/', async (path) => {
      if (elsewhere.test(path) || chosen.test(path)) return
      for (const finding of await audit(reader.page, reader.script)) findings.push(`${path}: ${finding}`)
    })
    expect(walked.broken).toEqual([])
    expect(findings).toEqual([])
    expect(walked.pages).toEqual(expect.arrayContaining(['/', '/log', docket, `${docket}/comments`]))
    expect(walked.pages.filter((path) => /^\/comments\/[^/]+$/.test(path)).length).toBeGreaterThan(5)
    expect(reader.strayed).toEqual([])
    expect(reader.complaints).toEqual([])
  })

  test('says itself that it is invented', async () => {
    await reader.page.goto('/processes')
    expect(await wordsOf(reader.page)).toContain('Example: updates for connected devices')
  })
})
