import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './kit/browser.ts'
import { type Held, heldBy, openOwn, sendComment, wholeComment } from './kit/comment.ts'
import { callBriefly, docket } from './kit/convene.ts'
import { examine, visit } from './kit/examine.ts'
import { type House, openHouse } from './kit/house.ts'
import { follow, pressButton, wordsOf } from './kit/steps.ts'

const [first, second, third] = ['0001', '0002', '0003'].map((running) => `${docket}-${running}`)

describe('A comment key, without account and without script,', () => {
  let house: House
  let zoe: Visitor
  let robin: Visitor
  let reader: Visitor
  let held: Held

  beforeAll(async () => {
    house = await openHouse()
    zoe = await house.visitor()
    robin = await house.visitor()
    reader = await house.visitor()
    await callBriefly(house, zoe.page)
    held = await sendComment(robin.page, docket, 'Five yaers of updates.')
    await robin.close()
    robin = await house.visitor()
  })
  afterAll(() => house?.close())

  async function post(): Promise<void> {
    await zoe.page.goto(`/requests/${docket}/queue`)
    await pressButton(zoe.page, 'Post comment')
  }

  /** What everyone reads of a comment. */
  async function read(number: string | undefined): Promise<string> {
    await reader.page.goto(`/comments/${number}`)
    return wordsOf(reader.page)
  }

  /** From one's own comment to a new one in its place. */
  async function replace(act: string, text: string): Promise<void> {
    const { page } = robin
    await pressButton(page, act)
    await wholeComment(page).fill(text)
    await pressButton(page, 'Check your comment')
    await pressButton(page, 'Submit comment')
    held = await heldBy(page)
  }

  test('says what became of the comment, on any machine', async () => {
    await openOwn(robin.page, held)
    expect(await wordsOf(robin.page)).toContain('Received; a moderator has not decided yet')
    expect(await read(first)).toContain('This comment was received and is being screened.')
    await examine(reader, 'comment-screening')
    await post()
    await openOwn(robin.page, held)
    expect(await wordsOf(robin.page)).toContain('Posted on the public docket')
    expect(await read(first)).toContain('Five yaers of updates.')
  })

  test('corrects a slip: the form holds what was sent, and both comments say so in public', async () => {
    const { page } = robin
    await pressButton(page, 'Correct a slip')
    expect(await wholeComment(page).inputValue()).toBe('Five yaers of updates.')
    expect(await wordsOf(page)).toContain(`You are correcting comment ${first}.`)
    await examine(robin, 'comment-form-correcting')
    await openOwn(page, held)
    await replace('Correct a slip', 'Five years of updates.')
    expect(held.number).toBe(second)
    await post()
    expect(await read(first)).toContain(`The sender replaced this comment by ${second}.`)
    await examine(reader, 'comment-superseded')
    await follow(reader.page, second as string)
    expect(await wordsOf(reader.page)).toContain(`This comment replaces ${first}.`)
    expect(await wordsOf(reader.page)).toContain('Five years of updates.')
    await examine(reader, 'comment-superseding')
  })

  test('supersedes: a new version takes the place before a moderator saw the old one', async () => {
    await openOwn(robin.page, held)
    await replace('Send a new version', 'Ten years of updates.')
    expect(held.number).toBe(third)
    await openOwn(robin.page, held)
    expect(await wordsOf(robin.page)).toContain('Received; a moderator has not decided yet')
    await post()
    expect(await read(second)).toContain(`The sender replaced this comment by ${third}.`)
    expect(await read(third)).toContain('Ten years of updates.')
  })

  test('withdraws, after asking once more: words and name are gone, and the number stays', async () => {
    const { page } = robin
    await openOwn(page, held)
    await follow(page, 'Withdraw it')
    await follow(page, 'Keep it')
    await follow(page, 'Withdraw it')
    await pressButton(page, 'Withdraw the comment')
    expect(await wordsOf(page)).toContain('Your comment is withdrawn. This was recorded.')
    expect(await read(third)).toContain('Its sender withdrew this comment.')
    expect(await reader.page.content()).not.toContain('Ten years')
    await visit(reader, `/requests/${docket}/comments?state=all`, 'docket-all')
    expect(await wordsOf(reader.page)).toContain('3 comments received: 2 posted, 1 withdrawn by its sender.')
  })

  test('of a comment that has ended does nothing more, and says why', async () => {
    const { page } = robin
    await openOwn(page, held)
    expect(await wordsOf(page)).toContain('Withdrawn by you')
    expect(await page.getByRole('button', { name: 'Correct a slip' }).count()).toBe(0)
    await page.goto(`/comments/${held.number}/withdraw`)
    await pressButton(page, 'Withdraw the comment')
    expect(await wordsOf(page)).toContain('This comment was withdrawn, so nothing more can be done with it.')
  })

  test('is forgotten by the machine when its holder says so', async () => {
    const { page } = robin
    await pressButton(page, 'Close this page and forget the key on this machine')
    expect(await wordsOf(page)).toContain('The key is no longer kept on this machine.')
    await page.goto(`/comments/${held.number}/yours`)
    expect(page.url()).toContain('/comment-key')
  })
})
