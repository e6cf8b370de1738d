import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import {
  answer,
  codeOn,
  confidential,
  fillInComment,
  type Held,
  submitTwice,
  wordsKept,
} from './kit/comment.ts'
import {
  convenor,
  docket,
  fillIn,
  fillInProcess,
  fillInRequest,
  firstStartLink,
  founding,
  questions,
  title,
} from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { letter, liar, notes } from './kit/files.ts'
import { type House, openHouse } from './kit/house.ts'
import { download, follow, press, pressButton, repeatForm, wordsOf } from './kit/steps.ts'
import { keepFile, verify } from './kit/verify.ts'

describe('A convenor, without script,', () => {
  let house: House
  let zoe: Visitor
  let reader: Visitor

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    reader = await house.visitor()
  })
  afterAll(() => house?.close())

  test('is told where to find the code of a new installation', async () => {
    await zoe.page.goto('/')
    expect(await wordsOf(zoe.page)).toContain('Open the link from the start-up message')
    await examine(zoe, 'first-start-code')
  })

  test('sets the installation up with the link that the server printed, and is its administrator', async () => {
    const { page } = zoe
    await page.goto(firstStartLink(house))
    await examine(zoe, 'first-start')
    await pressButton(page, 'Set up and sign me in')
    expect(await wordsOf(page)).toContain('There is a problem')
    await examine(zoe, 'first-start-problems')
    await fillIn(page, { ...founding, Convenor: convenor })
    await page.getByLabel('Government').check()
    await pressButton(page, 'Set up and sign me in')
    expect(await wordsOf(page)).toContain('You are signed in as Zoë Example')
    await examine(zoe, 'first-start-ready')
    await page.goto('/')
    await examine(zoe, 'home-empty')
  })

  test('makes a process from the pattern of an open request for comment', async () => {
    const { page } = zoe
    await page.goto('/processes/new')
    await examine(zoe, 'process-form')
    await pressButton(page, 'Make the process')
    await examine(zoe, 'process-form-problems')
    await fillInProcess(page)
    await pressButton(page, 'Make the process')
    await examine(zoe, 'process-draft')
  })

  test('drafts a request with numbered questions, a background paper and a deadline with its zone', async () => {
    const { page } = zoe
    await follow(page, 'Make a request for comment')
    await examine(zoe, 'request-form')
    await pressButton(page, 'Make the draft')
    await examine(zoe, 'request-form-problems')
    await fillInRequest(page)
    await pressButton(page, 'Make the draft')
    await page.getByText('Add a background paper').click()
    await fillIn(page, { 'Title of the paper': 'Three questions a buyer asks' })
    const buffer = Buffer.from('# Three questions a buyer asks\n\nCan it get updates?\n')
    await page.getByLabel('Or a file').setInputFiles({ name: 'paper.md', mimeType: 'text/markdown', buffer })
    await pressButton(page, 'Add the paper')
    await examine(zoe, 'request-draft')
  })

  test('publishes it, and everyone reads on one screen what is asked, until when, and what comes next', async () => {
    await pressButton(zoe.page, 'Publish the request')
    const { page } = reader
    await page.goto('/')
    await examine(reader, 'home')
    await follow(page, title)
    const words = await wordsOf(page)
    for (const question of questions) expect(words).toContain(question)
    expect(words).toMatch(/Open until .*12:00.*Europe\/Dublin/)
    expect(words).toContain('Three questions a buyer asks')
    await examine(reader, 'request')
  })

  test('shows newcomers the lists, which say what will stand there', async () => {
    await visit(reader, '/processes', 'processes')
    await visit(reader, '/processes/updates-for-connected-devices', 'process')
    await visit(reader, '/requests', 'requests')
    await visit(reader, '/sign-in', 'sign-in')
    await visit(reader, '/nowhere', 'not-found', 404)
  })

  describe('lets anyone comment, without account and without script,', () => {
    let robin: Visitor
    let code = ''
    let held: Held = { number: '', key: '' }
    let receipt = ''

    beforeAll(async () => {
      robin = await house.visitor()
    })

    test('on a form that says how long it is open and what becomes of the words', async () => {
      const { page } = robin
      await page.goto(`/requests/${docket}`)
      await press(page, page.getByRole('button', { name: 'Write a comment' }))
      await examine(robin, 'comment-form')
      await pressButton(page, 'Check your comment')
      expect(await wordsOf(page)).toContain('There is a problem')
      await examine(robin, 'comment-form-problems')
    })

    test('with files, of which one that lies about its kind is refused and every word is kept', async () => {
      const { page } = robin
      await fillInComment(page)
      await page.getByLabel('Add files').setInputFiles([letter, notes, liar])
      const refused = await pressButton(page, 'Upload files and read their text')
      expect(refused.status()).toBe(422)
      expect(await wordsOf(page)).toContain('photo.pdf is not what its name says: its content is a picture.')
      expect(await wordsKept(page)).toEqual([answer, confidential])
      await page.getByText('The text we read in letter.pdf').click()
      expect(await wordsOf(page)).toContain('Print the date until which updates are promised on the box.')
      await examine(robin, 'comment-form-files')
    })

    test('saved today and continued tomorrow on another machine, with a code to write down', async () => {
      await pressButton(robin.page, 'Save and continue later')
      await examine(robin, 'comment-saved')
      code = await codeOn(robin.page)
      await robin.close()
      robin = await house.visitor()
      const { page } = robin
      await visit(robin, '/resume', 'resume')
      await fillIn(page, { 'Resume code': 'AAAAA-BBBBB-CCCCC-DDDDD' })
      await pressButton(page, 'Open the saved comment')
      await examine(robin, 'resume-problems')
      await fillIn(page, { 'Resume code': code.toLowerCase().replaceAll('-', '') })
      await pressButton(page, 'Open the saved comment')
      expect(await wordsKept(page)).toEqual([answer, confidential])
      expect(await wordsOf(page)).toContain('letter.pdf')
      await examine(robin, 'comment-resumed')
    })

    test('read once more, submitted by a double click, and taken once', async () => {
      const { page } = robin
      await pressButton(page, 'Check your comment')
      expect(await wordsOf(page)).toContain('Nothing has been sent yet')
      await examine(robin, 'comment-review')
      const sendAgain = await repeatForm(page, 'submit')
      held = await submitTwice(page)
      expect(held.number).toBe(`${docket}-0001`)
      const again = await Promise.all([sendAgain(), sendAgain()])
      expect(again.map((text) => text.includes(held.number))).toEqual([true, true])
      await visit(robin, `/requests/${docket}/comments`, 'docket-screening')
      expect(await wordsOf(page)).toContain('1 comment received: 1 being screened')
    })

    test('with a receipt that is complete within a moment', async () => {
      const { page } = robin
      const complete = page.getByText('The receipt is complete')
      for (let tries = 0; tries < 20 && !(await complete.isVisible()); tries += 1) {
        await page.waitForTimeout(250)
        await page.goto(`/comments/${held.number}/receipt`)
      }
      expect(await complete.isVisible()).toBe(true)
      await examine(robin, 'receipt')
      receipt = await download(page, 'Download the receipt')
      expect(receipt).toContain(held.number)
    })

    test('which anyone checks on a machine of their own', async () => {
      const file = await keepFile('receipt.txt', receipt)
      const attached = await keepFile('letter.pdf', letter.buffer)
      expect(await verify('receipt', file, '--file', attached)).toMatchObject({ code: 0 })
    })

    test('and of which a copy with one changed word is caught, and the changed part named', async () => {
      const forged = await keepFile('forged.txt', forge(receipt))
      const { code: ended, said } = await verify('receipt', forged)
      expect(ended).toBe(1)
      expect(said).toContain('Part [1] (answer to question 1, paragraph 1) is not what was received')
    })

    test('and which whoever has no terminal checks on a page', async () => {
      await visit(reader, '/log', 'log')
      await visit(reader, '/check', 'check')
      const { page } = reader
      await fillIn(page, { 'Text of the receipt': receipt })
      await pressButton(page, 'Check this receipt')
      expect(await wordsOf(page)).toContain('This receipt is genuine')
      await examine(reader, 'check-genuine')
      await follow(page, 'Check another receipt')
      const buffer = Buffer.from(forge(receipt))
      await page
        .getByLabel('Or the receipt’s file')
        .setInputFiles({ name: 'r.txt', mimeType: 'text/plain', buffer })
      await pressButton(page, 'Check this receipt')
      expect(await wordsOf(page)).toContain('This receipt does not hold')
      await examine(reader, 'check-tampered')
      await page.goto('/check')
      await pressButton(page, 'Check this receipt')
      await examine(reader, 'check-problems')
    })

    test('and a moderator, who is told that it waits, posts it', async () => {
      const { page } = zoe
      await visit(zoe, '/', 'home-waiting')
      await follow(page, '1 comment waits to be screened')
      expect(await wordsOf(page)).toContain('Confidential: never public')
      await examine(zoe, 'queue')
      await pressButton(page, 'Post comment')
      expect(await wordsOf(page)).toContain(`Comment ${held.number} is posted.`)
      await examine(zoe, 'queue-empty')
    })

    test('so that it stands on the docket, each paragraph with its own address, and nothing confidential', async () => {
      await visit(reader, `/requests/${docket}/comments`, 'docket')
      const { page } = reader
      await follow(page, held.number)
      const words = await wordsOf(page)
      for (const paragraph of answer.split('\n\n')) expect(words).toContain(paragraph)
      expect(words).toContain('Robin Example')
      expect(words).toContain('One answer is confidential.')
      expect(await page.content()).not.toContain(confidential)
      await page.getByRole('link', { name: 'Link to paragraph 2' }).first().click()
      expect(page.url()).toMatch(/\/comments\/EXAMPLE-2026-0001-0001#q1-p2$/)
      await examine(reader, 'comment')
      await follow(page, 'Read its text here')
      expect(await wordsOf(page)).toContain('Print the date until which updates are promised on the box.')
      await examine(reader, 'attachment')
    })

    test('until its sender takes it back with the comment key alone', async () => {
      const elsewhere = await house.visitor()
      const { page } = elsewhere
      await visit(elsewhere, '/comment-key', 'comment-key')
      await fillIn(page, { 'Tracking number': held.number, 'Comment key': 'AAAAA-BBBBB-CCCCC-DDDDD' })
      await pressButton(page, 'Open your comment')
      await examine(elsewhere, 'comment-key-problems')
      await fillIn(page, { 'Tracking number': held.number, 'Comment key': held.key })
      await pressButton(page, 'Open your comment')
      expect(await wordsOf(page)).toContain('Posted on the public docket')
      await examine(elsewhere, 'yours')
      await follow(page, 'Withdraw it')
      await examine(elsewhere, 'withdraw')
      await pressButton(page, 'Withdraw the comment')
      expect(await wordsOf(page)).toContain('Your comment is withdrawn. This was recorded.')
      await examine(elsewhere, 'yours-withdrawn')
      await visit(reader, `/comments/${held.number}`, 'comment-withdrawn')
      expect(await reader.page.content()).not.toContain('printed on the box')
      await visit(reader, `/requests/${docket}/comments`, 'docket-withdrawn')
    })
  })
})

const forge = (receipt: string) => receipt.replace('printed on the box', 'printed in a drawer')
