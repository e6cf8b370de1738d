import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { sendComment } from './kit/comment.ts'
import { callBriefly, docket, fillIn } from './kit/convene.ts'
import { ageLinks } from './kit/database.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { giveRole, linkInLetter } from './kit/people.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

const email = 'kim@example.org'
const queue = `/requests/${docket}/queue`
const useful = `${docket}-0001`
const advertising = `${docket}-0002`
const comments = `/requests/${docket}/comments`

describe('A moderator, without script,', () => {
  let house: House
  let zoe: Visitor
  let kim: Visitor
  let reader: Visitor
  let link = ''

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    kim = await house.visitor()
    reader = await house.visitor()
    await callBriefly(house, zoe.page)
    for (const text of ['Print the date on the box.', 'Buy our cheap watches.', 'Five years, at least.'])
      await sendComment(reader.page, docket, text)
  })
  afterAll(() => house?.close())

  async function askForLink(): Promise<void> {
    await fillIn(kim.page, { 'E-mail address': email })
    await pressButton(kim.page, 'E-mail me a link')
  }

  async function countsRead(): Promise<string> {
    await reader.page.goto(comments)
    return wordsOf(reader.page)
  }

  describe('signs in by a link in a letter:', () => {
    test('asks for one where only moderators may go', async () => {
      const { page } = kim
      await page.goto(queue)
      await fillIn(page, { 'E-mail address': 'kim' })
      await pressButton(page, 'E-mail me a link')
      expect(await wordsOf(page)).toContain('Write your e-mail address, like name@example.org')
      await examine(kim, 'sign-in-problems')
      await askForLink()
      expect(await wordsOf(page)).toContain(`If ${email} takes mail, a link to sign in is on its way there.`)
      await examine(kim, 'sign-in-sent')
    })

    test('gets it from the mailbox, which an administrator reads while no mail server is set', async () => {
      const { page } = zoe
      await visit(zoe, '/administration', 'administration')
      await visit(zoe, '/mailbox', 'mailbox')
      link = await linkInLetter(page, email)
      await examine(zoe, 'letter')
      expect((await kim.page.goto('/mailbox'))?.url()).toContain('/sign-in')
    })

    test('is asked for a name, and led to where the way began', async () => {
      const { page } = kim
      await visit(kim, link, 'sign-in-link')
      await pressButton(page, 'Sign in')
      expect(await wordsOf(page)).toContain('Write your name, as others shall see it')
      await examine(kim, 'sign-in-link-problems')
      await fillIn(page, { 'Your name': 'Kim Example' })
      const answer = await pressButton(page, 'Sign in')
      expect(page.url()).toContain(queue)
      expect(answer.status()).toBe(403)
      await examine(kim, 'forbidden')
      await visit(kim, '/me', 'me')
    })

    test('and is told what to do where a link is wrong, used or too old', async () => {
      const { page } = reader
      const wrong = link.replace(/.{8}$/, 'AAAAAAAA')
      for (const gone of [link, wrong, '/sign-in/nothing']) {
        expect((await page.goto(gone))?.status(), gone).toBe(410)
        expect(await wordsOf(page)).toContain('This link no longer works')
      }
      await examine(reader, 'sign-in-link-gone')
      await page.goto('/sign-in')
      await fillIn(page, { 'E-mail address': 'late@example.org' })
      await pressButton(page, 'E-mail me a link')
      const old = await linkInLetter(zoe.page, 'late@example.org')
      expect((await page.goto(old))?.status()).toBe(200)
      await ageLinks(house)
      await fillIn(page, { 'Your name': 'Late Example' })
      expect((await pressButton(page, 'Sign in')).status()).toBe(410)
      await pressButton(page, 'Ask for a new link')
      expect(await page.getByLabel('E-mail address').isVisible()).toBe(true)
    })
  })

  describe('screens what came in:', () => {
    test('after an administrator gave the role', async () => {
      await visit(zoe, '/people', 'people')
      await giveRole(zoe.page, 'Kim Example', 'moderator')
      expect(await wordsOf(zoe.page)).toContain('everywhere')
      await examine(zoe, 'person')
      await kim.page.goto('/')
      await follow(kim.page, '3 comments wait to be screened')
      expect(await countsRead()).toContain('3 comments received: 3 being screened.')
    })

    test('posts one, and withholds another only with a reason', async () => {
      const { page } = kim
      await pressButton(page, 'Post comment')
      expect(await wordsOf(page)).toContain(`Comment ${useful} is posted.`)
      await pressButton(page, 'Propose to withhold')
      expect(await wordsOf(page)).toContain('Choose a reason to withhold this comment')
      await examine(kim, 'queue-problems')
      await page.getByLabel('Reason').selectOption('Spam')
      await fillIn(page, { 'Explanation (optional)': 'It sells watches.' })
      await pressButton(page, 'Propose to withhold')
      expect(await wordsOf(page)).toContain(`You proposed to withhold comment ${advertising}.`)
      await examine(kim, 'queue-proposed')
    })

    test('and a second moderator confirms that it is withheld', async () => {
      await zoe.page.goto(`/requests/${docket}/queue?part=second-look`)
      expect(await wordsOf(zoe.page)).toContain('It sells watches.')
      await examine(zoe, 'queue-second-look')
      await pressButton(zoe.page, 'Confirm: withhold comment')
      expect(await wordsOf(zoe.page)).toContain(`Comment ${advertising} is withheld.`)
      await examine(zoe, 'queue-withheld')
    })

    test('while everyone reads honest counts, and the reason, but not the words', async () => {
      expect(await countsRead()).toContain(
        '3 comments received: 1 posted, 1 being screened, 1 withheld (Spam: 1).',
      )
      await examine(reader, 'docket-withheld')
      await follow(reader.page, 'the moderation log')
      expect(await wordsOf(reader.page)).toContain('It sells watches.')
      await examine(reader, 'moderation-log')
      await visit(reader, `/comments/${advertising}`, 'comment-withheld')
      expect(await reader.page.content()).not.toContain('cheap watches')
    })

    test('and thinks better of it: the comment is posted, and the log keeps both decisions', async () => {
      const { page } = kim
      await follow(page, 'Change this decision')
      expect(await wordsOf(page)).toContain('Withheld: Spam. It sells watches.')
      await examine(kim, 'moderation-again')
      await pressButton(page, 'Post comment')
      expect(await countsRead()).toContain('3 comments received: 2 posted, 1 being screened.')
      await follow(reader.page, 'the moderation log')
      const decided = await reader.page.getByRole('row').filter({ hasText: advertising }).allInnerTexts()
      expect(decided.map((row) => /Posted|Withheld/.exec(row)?.[0])).toEqual(['Posted', 'Withheld'])
    })

    test('and leaves words out of a third: the public reads the rest, and why something is missing', async () => {
      const { page } = kim
      await page.goto(queue)
      await follow(page, 'Leave something out of it, and post the rest')
      await examine(kim, 'redaction')
      await pressButton(page, 'Mark these words')
      expect(await wordsOf(page)).toContain('Write the words to leave out')
      await examine(kim, 'redaction-problems')
      await fillIn(page, { 'Words to leave out': 'FIVE years' })
      await page.getByLabel('Reason').selectOption('Trade secret')
      await pressButton(page, 'Mark these words')
      expect(await wordsOf(page)).toContain('[redacted: trade secret], at least.')
      await examine(kim, 'redaction-marked')
      await pressButton(page, 'Post with redactions')
      expect(await wordsOf(page)).toContain(`Comment ${docket}-0003 is posted with redactions.`)
      await visit(reader, `/comments/${docket}-0003`, 'comment-redacted')
      expect(await wordsOf(reader.page)).toContain('[redacted: trade secret], at least.')
      expect(await reader.page.content()).not.toContain('Five years')
      await follow(kim.page, 'Change this decision')
      await examine(kim, 'moderation-redacted')
    })
  })
})
