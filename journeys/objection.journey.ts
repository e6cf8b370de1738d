import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { type Held, sendSigned } from './kit/comment.ts'
import { callBriefly, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { enter, giveRole, linkInLetter } from './kit/people.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

const queue = `/requests/${docket}/queue`
const email = 'robin@example.org'

describe('The sender of a withheld comment, without script,', () => {
  let house: House
  let zoe: Visitor
  let kim: Visitor
  let lou: Visitor
  let ann: Visitor
  let robin: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    await callBriefly(house, zoe.page)
    kim = await enter(house, 'kim@example.org', 'Kim Example')
    lou = await enter(house, 'lou@example.org', 'Lou Example')
    ann = await enter(house, 'ann@example.org', 'Ann Example')
    for (const name of ['Kim Example', 'Lou Example', 'Ann Example'])
      await giveRole(zoe.page, name, 'moderator')
    robin = await house.visitor()
    const text = 'We repair devices, call +49 30 123 456 78.'
    held = await sendSigned(robin.page, docket, { text, name: 'Robin Example', email })
    await sendSigned(robin.page, docket, { text: 'Ten years.', name: 'Robin Example', email })
  })
  afterAll(() => house?.close())

  test('waits while one moderator takes the comment, and another sees who has it', async () => {
    await visit(kim, queue, 'queue-unassigned')
    await pressButton(kim.page, 'Take it')
    expect(await wordsOf(kim.page)).toContain('You have this comment, since')
    await visit(lou, queue, 'queue-assigned')
    expect(await wordsOf(lou.page)).toContain('Kim Example has this comment')
    await follow(lou.page, 'Nobody’s (1)')
    expect(await wordsOf(lou.page)).toContain('Ten years.')
  })

  test('is withheld: one proposes it, the other confirms it', async () => {
    const { page } = kim
    await page.getByLabel('Reason').selectOption('Spam')
    await pressButton(page, 'Propose to withhold')
    await page.goto(`/comments/${held.number}/moderation`)
    await examine(kim, 'moderation-proposed')
    await visit(lou, `${queue}?part=second-look`, 'queue-second-look-other')
    await pressButton(lou.page, 'Confirm: withhold comment')
    expect(await wordsOf(lou.page)).toContain(`Comment ${held.number} is withheld.`)
  })

  test('gets a letter that leads to the form, and objects with the comment key', async () => {
    const later = await house.visitor()
    const link = await linkInLetter(zoe.page, email, /\/object$/)
    await later.page.goto(link)
    await later.page.getByLabel('Comment key').fill(held.key)
    await pressButton(later.page, 'Open your comment')
    expect(later.page.url()).toContain('/object')
    await examine(later, 'object')
    await pressButton(later.page, 'Object')
    expect(await wordsOf(later.page)).toContain('Write why you think that the decision is wrong')
    await examine(later, 'object-problems')
    await later.page.getByLabel('Why is the decision wrong?').fill('We sell nothing.')
    await pressButton(later.page, 'Object')
    expect(await wordsOf(later.page)).toContain('Your objection waits for a moderator.')
    await examine(later, 'object-waits')
  })

  test('is answered by somebody who did not decide before', async () => {
    await kim.page.goto(`/comments/${held.number}/objection`)
    expect(await wordsOf(kim.page)).toContain('You had a part in the decision')
    await ann.page.goto('/')
    await follow(ann.page, '1 objection waits for an answer')
    await examine(ann, 'objections')
    await follow(ann.page, held.number)
    expect(await wordsOf(ann.page)).toContain('We sell nothing.')
    await examine(ann, 'objection')
    await pressButton(ann.page, 'Turn the objection down')
    expect(await wordsOf(ann.page)).toContain('Write why the decision stands')
    await pressButton(ann.page, 'Uphold: post the whole comment')
    expect(await wordsOf(ann.page)).toContain('Upheld')
    await robin.page.goto(`/comments/${held.number}`)
    expect(await wordsOf(robin.page)).toContain('We repair devices')
    await robin.page.goto(`/requests/${docket}/comments`)
    await follow(robin.page, 'the moderation log')
    expect(await wordsOf(robin.page)).toContain('Objections of senders to these decisions')
    expect(await wordsOf(robin.page)).not.toContain('We sell nothing.')
    await examine(robin, 'moderation-log-objection')
  })

  test('and the desk proposes the telephone number, which nobody marks but the moderator', async () => {
    await visit(kim, `/comments/${held.number}/redaction`, 'redaction-found')
    expect(await wordsOf(kim.page)).toContain('+49 30 123 456 78')
    expect(await kim.page.getByRole('checkbox').first().isChecked()).toBe(false)
  })
})
