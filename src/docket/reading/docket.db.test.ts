import { afterAll, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { after as later } from '../../platform/time.ts'
import { postingParts } from '../posting/posting-parts.tsx'
import { answerTo, arrivalAt, moderatorOf, receive } from '../posting/testing.ts'
import { file, numbersOn, openDocket, opens, text } from './testing.ts'

const docket = await openDocket()
const { db, parts, viewer, newRequest, post, withhold, page, json } = docket
afterAll(docket.close)

describe('the docket', () => {
  test('before the first comment says what will be here and how it comes', async () => {
    const { docket } = await newRequest()
    const html = await page(`/requests/${docket}/comments`)
    expect(text(html)).toContain('No comment has been received yet')
    expect(text(html)).toContain('Comments appear here once a moderator has looked at them')
  })

  test('counts every comment in exactly one of its sums, and says why some are withheld', async () => {
    const request = await newRequest()
    await post(request, {}, {}, { receivedAt: later(request.deadline.at, 0) })
    const [first = '', second = '', third = ''] = await receive(
      db,
      [1, 2, 3].map(() => arrivalAt(request)),
    )
    await withhold(request, first)
    await withhold(request, second)
    await db.updateTable('docket.comment').set({ withdrawn_at: opens }).where('number', '=', third).execute()
    await receive(db, [arrivalAt(request)])
    expect(text(await page(`/requests/${request.docket}/comments`))).toContain(
      '7 comments received: 3 posted, 1 being screened, 2 withheld (Off topic: 2), 1 withdrawn by its sender. 1 of them was sent after the deadline. No name shown is confirmed by e-mail.',
    )
    const { counts } = await json(`/api/requests/${request.docket}/comments`)
    expect(counts).toEqual({
      received: 7,
      posted: 3,
      screening: 1,
      withheld: 2,
      withdrawn: 1,
      erased: 0,
      superseded: 0,
      named: 3,
      confirmed: 0,
      late: 1,
    })
  })

  test('leads moderators to what waits once, and nobody else', async () => {
    const request = await newRequest()
    await receive(db, [arrivalAt(request)])
    parts.push(...postingParts(db))
    const links = async () =>
      [...(await page(`/requests/${request.docket}/comments`)).matchAll(/href="[^"]+\/queue"/g)].length
    expect(await links()).toBe(0)
    viewer.now = moderatorOf(request)
    expect(await links()).toBe(1)
    viewer.now = guest
    parts.length = 0
  })

  test('narrows by what the address says, says so in words, and takes each filter away again', async () => {
    const request = await newRequest()
    const [plain, german, answered, filed, late] = await post(
      request,
      { group: 'academia' },
      { language: 'de', country: 'DE', channel: 'e-mail' },
      { answers: [answerTo(request, 2, 'On the box.')] },
      { attachments: [file('plan.pdf', 'The plan.')] },
      { receivedAt: request.deadline.at },
    )
    const list = `/requests/${request.docket}/comments`
    const found = async (query: string) => numbersOn(await page(`${list}?${query}`))
    expect(await found('group=academia')).toEqual([plain])
    expect(await found('language=de&country=DE&channel=e-mail')).toEqual([german])
    expect(await found('question=2')).toEqual([answered])
    expect(await found('attachments=with')).toEqual([filed])
    expect(await found('attachments=without&question=1&sort=oldest')).toEqual([plain, german, late])
    expect(await found('time=late')).toEqual([late])
    expect(await found('time=in-time&sort=oldest&group=')).toEqual([plain, german, answered, filed])
    const html = await page(`${list}?language=de&question=1`)
    expect(text(html)).toContain('1 comment: Question 1, German.')
    expect(html).toContain(`href="${list}?question=1">Remove this filter: German`)
    expect(text(await page(`${list}?language=fr`))).toContain('No comment matches')
    await page(`${list}?channel=telepathy`, 400)
  })

  test('is read page by page, forward and back, and no comment is met twice or missed', async () => {
    const request = await newRequest()
    const at = later(opens, 60_000)
    const numbers = await post(
      request,
      ...Array.from({ length: 60 }, (_, i) => ({ receivedAt: later(at, Math.floor(i / 7)) })),
    )
    const seen: (string | undefined)[][] = []
    let url: string | undefined = `/requests/${request.docket}/comments?sort=oldest`
    let html = ''
    while (url) {
      html = await page(url)
      seen.push(numbersOn(html))
      url = html.match(/href="([^"]+from=[^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
      expect(seen.length).toBeLessThan(5)
    }
    expect(seen.flat().sort()).toEqual(numbers)
    expect(new Set(seen.flat()).size).toBe(60)
    const back = html.match(/href="([^"]+until=[^"]+)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(numbersOn(await page(back))).toEqual(seen[1])
    const first = await json(`/api/requests/${request.docket}/comments?sort=oldest`)
    expect(first.comments.map((one: { number: string }) => one.number)).toEqual(seen.flat())
  })
})
