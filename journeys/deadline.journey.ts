import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { fillInShortly, heldBy } from './kit/comment.ts'
import { callBriefly, docket, fillIn, noon } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { download, follow, pressButton, wordsOf } from './kit/steps.ts'
import { keepFile, verify } from './kit/verify.ts'

const secondsLeft = 18
const late = `${docket}-0001`

describe('A deadline, without script,', () => {
  let house: House
  let zoe: Visitor
  let robin: Visitor
  let passes = 0

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    robin = await house.visitor()
    passes = Date.now() + secondsLeft * 1000
    await callBriefly(house, zoe.page, new Date(passes).toISOString())
  })
  afterAll(() => house?.close())

  test('passes while somebody writes, who is told so before anything is sent', async () => {
    const { page } = robin
    await page.goto(`/requests/${docket}/comment`)
    expect(await wordsOf(page)).toContain('Comments are taken until')
    await fillInShortly(page, 'Repairers need the date too.')
    await sleep(passes - Date.now())
    await page.goto('/')
    expect(await wordsOf(page)).toContain('Nothing is open for comment at this moment.')
    await examine(robin, 'home-closed')
    await follow(page, 'Security updates')
    expect(await wordsOf(page)).toContain('A late comment is still taken; it is marked as late')
    await examine(robin, 'request-closed')
    await pressButton(page, 'Write a late comment')
    expect(await wordsOf(page)).toContain('The deadline has passed.')
    await examine(robin, 'comment-form-late')
  })

  test('does not shut anybody out: the late comment is taken, marked, and proven', async () => {
    const { page } = robin
    await fillInShortly(page, 'Repairers need the date too.')
    await pressButton(page, 'Check your comment')
    await pressButton(page, 'Submit comment')
    expect((await heldBy(page)).number).toBe(late)
    expect(await wordsOf(page)).toContain('This is after the deadline, so the comment is marked as late.')
    await examine(robin, 'receipt-late')
    const receipt = await keepFile('receipt.txt', await download(page, 'Download the receipt'))
    expect(await verify('receipt', receipt)).toMatchObject({ code: 0 })
  })

  test('is said beside the comment, for moderators and for everyone', async () => {
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
    await visit(robin, `/requests/${docket}/comments?time=late`, 'docket-late')
    expect(await wordsOf(robin.page)).toContain('1 of them was sent after the deadline.')
    await follow(robin.page, late)
    expect(await wordsOf(robin.page)).toContain('Sent after the deadline.')
    await examine(robin, 'comment-late')
  })

  test('is extended with a reason, never edited', async () => {
    const { page } = zoe
    await page.goto(`/requests/${docket}`)
    await follow(page, 'Extend the deadline')
    await examine(zoe, 'extend')
    await fillIn(page, { 'New deadline': noon(-1) })
    await pressButton(page, 'Extend the deadline')
    expect(await wordsOf(page)).toContain('An extension gives more time')
    expect(await wordsOf(page)).toContain('Give the reason.')
    await examine(zoe, 'extend-problems')
    await fillIn(page, { 'New deadline': noon(14), Reason: 'Two consumer groups asked for time.' })
    await pressButton(page, 'Extend the deadline')
    expect(page.url()).toMatch(new RegExp(`/requests/${docket}$`))
  })

  test('and everyone reads the new one, the old one, and why', async () => {
    const { page } = robin
    await visit(robin, `/requests/${docket}`, 'request-extended')
    const words = await wordsOf(page)
    expect(words).toMatch(/Open until .*12:00/)
    expect(words).toContain('The deadline was extended. It was')
    expect(words).toMatch(/Announced .* Extended .*: Two consumer groups asked for time\./)
    await pressButton(page, 'Write a comment')
    expect(await wordsOf(page)).toContain('Comments are taken until')
    await page.goto('/processes')
    await follow(page, 'Security updates')
    expect(await wordsOf(page)).toMatch(/The deadline of .* was extended to .*: Two consumer groups asked/)
    await examine(robin, 'process-extended')
  })
})
