import { afterAll, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { answerTo, arrivalAt, moderatorOf, receive } from '../posting/testing.ts'
import { file, openDocket, opens, text } from './testing.ts'

const docket = await openDocket()
const { app, db, viewer, newRequest, post, page, json } = docket
afterAll(docket.close)

async function supersede(earlier: string, later: string) {
  const row = db.selectFrom('docket.comment').select('id').where('number', '=', later)
  const { id } = await row.executeTakeFirstOrThrow()
  const change = { superseded_by: id, superseded_as: 'correction' } as const
  await db.updateTable('docket.comment').set(change).where('number', '=', earlier).execute()
}

describe('a comment', () => {
  test('shows who says what to which question, with an address for each paragraph', async () => {
    const request = await newRequest()
    const [number] = await post(request, {
      particulars: { name: 'Ada <b>', organisation: 'Example & Sons', capacity: 'member' },
      answers: [answerTo(request, 1, 'One.\n\nTwo <script>.'), answerTo(request, undefined, 'نص حر')],
      language: 'ar',
    })
    const html = await page(`/comments/${number}`)
    expect(html).toContain('id="q1-p2"')
    expect(html).toContain('Two &lt;script>.')
    expect(html).toContain('<p class="parley-claimed__text" lang="ar" dir="auto">')
    expect(html).toContain('id="text-p1"')
    expect(text(html)).toContain('Question 1: For how many years?')
    expect(text(html)).toContain('Example &amp; Sons')
    expect(html).toContain(`http://localhost/comments/${number}`)
    const body = await json(`/api/comments/${number}`)
    expect(body.sender).toMatchObject({ name: 'Ada <b>', organisation: 'Example & Sons', capacity: 'member' })
    expect(body.answers.map((one: { question: number | null }) => one.question)).toEqual([1, null])
  })

  test('offers the text of its attachments here, and the file for saving only', async () => {
    const request = await newRequest()
    const [number] = await post(request, { attachments: [file('Ünter 100%.pdf', 'First.\n\nSecond.')] })
    expect(text(await page(`/comments/${number}`))).toContain('Attachment 1: Ünter 100%.pdf')
    expect(await page(`/comments/${number}/attachments/1`)).toContain('id="a1-p2"')
    const { headers, body } = await app.inject({ url: `/comments/${number}/attachments/1/file` })
    expect(body).toBe('bytes of Ünter 100%.pdf')
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''%C3%9Cnter%20100%25.pdf")
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    await page(`/comments/${number}/attachments/2`, 404)
    await page(`/comments/${number}/attachments/2/file`, 404)
  })

  test('leads to the ones before and after it, and to the one that replaced it', async () => {
    const request = await newRequest()
    const [first, second, third] = await post(request, {}, {}, {})
    await supersede(first ?? '', third ?? '')
    const middle = await page(`/comments/${second}`)
    expect(middle).toMatch(new RegExp(`href="/comments/${first}" rel="prev"`))
    expect(middle).toMatch(new RegExp(`href="/comments/${third}" rel="next"`))
    expect(text(await page(`/comments/${first}`))).toContain(`The sender replaced this comment by ${third}`)
    expect(text(await page(`/comments/${third}`))).toContain(`This comment replaces ${first}`)
  })

  test.each([
    ['with-name', 'without-name'],
    ['with-name', 'confidential'],
    ['without-name', 'confidential'],
    ['without-name', 'with-name'],
    ['with-name', 'with-name'],
    ['without-name', 'without-name'],
  ] as const)('sent %s and then %s is tied only where both are published alike', async (before, now) => {
    const request = await newRequest()
    const said = (publication: typeof before | typeof now) => ({
      answers: [answerTo(request, 1, 'Two.', publication)],
    })
    const [first = '', second = ''] = await post(request, said(before), said(now))
    await supersede(first, second)
    const by = before === now ? ` by ${second}.` : ' by another one.'
    expect(text(await page(`/comments/${first}`))).toContain(`The sender replaced this comment${by}`)
    expect((await page(`/comments/${second}`)).includes('This comment replaces')).toBe(before === now)
    const told = { superseded: true, supersededBy: before === now ? second : null }
    expect(await json(`/api/comments/${first}`)).toMatchObject(told)
    const { comments } = await json(`/api/requests/${request.docket}/comments?sort=oldest`)
    expect(comments[0]).toMatchObject(told)
    expect(text(await page(`/requests/${request.docket}/comments`))).toContain('Superseded')
  })

  test('is tied to another neither while that one is screened nor once it is withheld or withdrawn', async () => {
    const request = await newRequest()
    const [first = '', second = ''] = await post(request, {}, {})
    const [screened = ''] = await receive(db, [arrivalAt(request)])
    const change = (
      number: string,
      values: { state?: 'posted' | 'withheld'; withdrawn_at?: typeof opens | null },
    ) => db.updateTable('docket.comment').set(values).where('number', '=', number).execute()
    const tied = async (earlier: string, later: string) => {
      const { supersededBy } = await json(`/api/comments/${earlier}`)
      return [supersededBy === later, (await page(`/comments/${later}`)).includes('This comment replaces')]
    }
    await supersede(first, screened)
    expect(await tied(first, screened), 'screened').toEqual([false, false])
    await supersede(first, second)
    expect(await tied(first, second), 'both posted').toEqual([true, true])
    for (const number of [first, second]) {
      await change(number, { state: 'withheld' })
      expect(await tied(first, second), `${number} withheld`).toEqual([false, false])
      await change(number, { state: 'posted', withdrawn_at: opens })
      expect(await tied(first, second), `${number} withdrawn`).toEqual([false, false])
      await change(number, { withdrawn_at: null })
    }
  })

  test('leads those who may moderate it to its moderation, and nobody else', async () => {
    const [request, other] = [await newRequest(), await newRequest()]
    const [number] = await post(request, {})
    const link = `<a href="/comments/${number}/moderation">Moderate this comment</a>`
    expect(await page(`/comments/${number}`)).not.toContain('/moderation"')
    viewer.now = moderatorOf(other)
    expect(await page(`/comments/${number}`)).not.toContain('/moderation"')
    viewer.now = moderatorOf(request)
    expect(await page(`/comments/${number}`)).toContain(link)
    viewer.now = guest
  })

  test('alone on its docket offers no way to others', async () => {
    const request = await newRequest()
    const [number] = await post(request, {})
    expect(await page(`/comments/${number}`)).not.toContain('govuk-pagination')
    expect(await page(`/requests/${request.docket}/comments`)).not.toContain('govuk-pagination')
  })

  test('that nobody sent is not found', async () => {
    await page('/comments/EX-2026-1-9999', 404)
    await page('/comments/..%2f..%2fetc', 404)
  })
})
