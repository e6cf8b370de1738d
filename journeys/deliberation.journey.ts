import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { codeOn, type Held, sendSigned } from './kit/comment.ts'
import { convene, docket, fillIn, noon } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole } from './kit/people.ts'
import { download, follow, pressButton, wordsOf } from './kit/steps.ts'
import { keepFile, verify } from './kit/verify.ts'

const list = '/processes/updates-for-connected-devices/deliberations'
const here = `${list}/1`
const phone = { width: 360, height: 740 }
const said = 'Makers should promise updates for ten years, if repair shops get them too.'

describe.each([
  { how: 'without script', script: false },
  { how: 'with script', script: true },
])('A deliberation on a phone, $how:', ({ script }) => {
  let house: House
  let zoe: Visitor
  let sam: Visitor
  let mara: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor({ script })
    await convene(house, zoe.page)
    sam = await enter(house, 'sam@example.org', 'Sam Example', { script })
    await giveRole(zoe.page, 'Sam Example', 'secretariat')
    mara = await house.visitor({ script })
    held = await sendSigned(mara.page, docket, {
      text: said,
      name: 'Mara Example',
      email: 'mara@example.org',
    })
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
  })
  afterAll(() => house?.close())

  test('the convenor says who may vote and when, and announces it', async () => {
    const { page } = sam
    await visit(sam, list, 'deliberations-none')
    await follow(page, 'New deliberation')
    await fillIn(page, { Title: 'How long should updates last?', Opens: noon(-1), Closes: noon(20) })
    await pressButton(page, 'Save as draft')
    expect(await wordsOf(page)).toContain('Say what the deliberation is about.')
    await examine(sam, 'deliberation-form-problems')
    await page.getByLabel('Introduction').fill('Say what you agree with.')
    await pressButton(page, 'Save as draft')
    await examine(sam, 'deliberation-draft')
    await pressButton(page, 'Announce the deliberation')
    await visit(mara, here, 'deliberation-open')
  })

  test('statements are seeded, and one is lifted from a comment that it links to', async () => {
    const { page } = sam
    await page.goto(`${here}/seed`)
    await page
      .getByLabel('Statements, one on each line')
      .fill('Labels must name a date.\nTen years is enough.')
    await pressButton(page, 'Post these statements')
    expect(await wordsOf(page)).toContain('2 statements were posted.')
    await examine(sam, 'statements-seeded')
    await page.goto(`/comments/${held.number}`)
    await follow(page, 'Make a statement for “How long should updates last?”')
    await page.getByLabel('Words of the comment it comes from').fill('if repair shops get them too')
    await page.getByLabel('The statement').fill('Repair shops must get updates too.')
    await examine(sam, 'statement-lift')
    await pressButton(page, 'Post this statement')
    await visit(mara, `${here}/statements`, 'statements')
    expect(await wordsOf(mara.page)).toContain(`from contribution ${held.number}`)
  })

  test('somebody votes on a phone, one statement at a time, and may change a vote', async () => {
    const { page } = mara
    await page.setViewportSize(phone)
    await page.goto(here)
    await pressButton(page, 'Vote on statements')
    await examine(mara, 'vote')
    await page.setViewportSize(phone)
    await page.getByLabel('This matters to me').check()
    await pressButton(page, /^Agree$/)
    expect(await wordsOf(page)).toContain('You have voted on 1 of 3.')
    await examine(mara, 'vote-recorded')
    await follow(page, 'Skip for now')
    if (script) await Promise.all([page.waitForNavigation(), page.keyboard.press('2')])
    else await pressButton(page, /^Disagree$/)
    await follow(page, /^Change the vote on/)
    expect(await wordsOf(page)).toContain('You disagreed before.')
    await page.getByText('Give a reason').click()
    await page.getByLabel('Why you vote so').fill('It depends on the device.')
    await pressButton(page, /^Pass$/)
    await follow(page, 'Say which group you belong to.')
    await page.getByLabel('Civil society').check()
    await examine(mara, 'about-you')
    await pressButton(page, 'Save and go on')
  })

  test('with the code she goes on elsewhere, and reads her votes there', async () => {
    const other = await house.visitor({ script })
    await mara.page.goto(`${here}/votes`)
    await examine(mara, 'own-votes')
    await other.page.goto(`${here}/votes`)
    await other.page.getByLabel('Resume code').fill('nothing of the kind')
    await pressButton(other.page, 'Go on as this participant')
    await examine(other, 'resume-problem')
    await other.page.getByLabel('Resume code').fill((await codeOn(mara.page)).toLowerCase())
    await pressButton(other.page, 'Go on as this participant')
    expect(await wordsOf(other.page)).toContain('In the public table you are participant 1.')
  })

  test('the receipt of a vote verifies offline', async () => {
    const { page } = mara
    await page.goto(`${here}/votes`)
    await follow(page, /^Receipt of your vote/)
    for (let tries = 0; tries < 40 && (await wordsOf(page)).includes('Its proof follows'); tries += 1) {
      await page.waitForTimeout(250)
      await page.reload()
    }
    await examine(mara, 'vote-receipt')
    const file = await keepFile('receipt.txt', await download(page, 'Download the receipt'))
    const verdict = await verify('receipt', file)
    expect(verdict.said).toContain('The vote «pass»')
    expect(verdict.code).toBe(0)
  })

  test('what a participant proposes, and why she voted so, is screened in the open', async () => {
    await mara.page.goto(`${here}/propose`)
    await mara.page.getByLabel('The statement').fill('Updates must be free of charge.')
    await pressButton(mara.page, 'Propose this statement')
    await examine(mara, 'statement-proposed')
    await visit(sam, `${here}/moderation`, 'statement-moderation')
    await pressButton(sam.page, /^Post$/)
    await visit(sam, `${here}/moderation/reasons`, 'vote-reasons')
    await pressButton(sam.page, /^Post$/)
    await mara.page.goto(`${here}/statements`)
    expect(await wordsOf(mara.page)).toContain('Updates must be free of charge.')
  })
})
