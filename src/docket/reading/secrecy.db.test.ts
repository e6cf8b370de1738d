import { afterAll, describe, expect, test } from 'vitest'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { answerTo, arrivalAt, decideAs, receive } from '../posting/testing.ts'
import { file, numbersOn, openDocket, opens, text } from './testing.ts'

const docket = await openDocket()
const { app, db, newRequest, post, withhold, page, json } = docket
afterAll(docket.close)

describe('what must not be public', () => {
  const secret = 'CANARY'
  const everywhere = async (request: RequestForComment, numbers: readonly string[]) => {
    const list = `/requests/${request.docket}/comments`
    const queries = [
      '',
      '?sort=oldest',
      '?state=withheld',
      '?state=all',
      '?state=withdrawn',
      '?group=users',
      '?question=2',
      '?attachments=with',
      '?language=xx',
      '?country=XX',
    ]
    const urls = [
      ...queries.flatMap((query) => [`${list}${query}`, `/api${list}${query}`]),
      ...numbers.flatMap((one) => [
        `/comments/${one}`,
        `/api/comments/${one}`,
        `/comments/${one}/attachments/1`,
        `/comments/${one}/attachments/1/file`,
      ]),
    ]
    return Promise.all(urls.map(async (url) => ({ url, body: (await app.inject({ url })).body })))
  }
  const noneSays = (bodies: readonly { url: string; body: string }[], word = secret) =>
    expect(bodies.filter(({ body }) => body.toUpperCase().includes(word)).map(({ url }) => url)).toEqual([])

  const full = (request: RequestForComment): Partial<Arrival> => ({
    particulars: {
      name: `${secret} name`,
      email: `${secret}@example.org`,
      organisation: `${secret} organisation`,
    },
    answers: [answerTo(request, 1, `${secret} one`), answerTo(request, 2, `${secret} two`)],
    attachments: [file(`${secret}.pdf`, `${secret} text`)],
    group: 'users',
    language: 'xx',
    country: 'XX',
  })

  test('no page, list or program reads a comment that is screened, withheld or withdrawn', async () => {
    const request = await newRequest()
    const [screened = '', withheld = '', undone = '', withdrawn = ''] = await receive(
      db,
      [1, 2, 3, 4].map(() => arrivalAt(request, full(request))),
    )
    await withhold(request, withheld)
    for (const number of [undone, withdrawn]) await decideAs(db, request, number, { act: 'post' })
    await withhold(request, undone, 'It was a mistake.')
    await db
      .updateTable('docket.comment')
      .set({ withdrawn_at: opens })
      .where('number', '=', withdrawn)
      .execute()
    const numbers = [screened, withheld, undone, withdrawn]
    const bodies = await everywhere(request, numbers)
    noneSays(bodies)
    for (const number of numbers) {
      const silent = {
        sender: null,
        group: null,
        language: null,
        country: null,
        answers: [],
        attachments: [],
      }
      expect(await json(`/api/comments/${number}`)).toMatchObject(silent)
    }
    expect(text(await page(`/comments/${withheld}`))).toContain('Withheld: Off topic')
    expect(text(await page(`/comments/${undone}`))).toContain('It was a mistake.')
    expect(text(await page(`/comments/${screened}`))).toContain('is being screened')
  })

  test('no filter, count or order tells what a withheld comment says or who sent it', async () => {
    const request = await newRequest()
    const [withheld = ''] = await receive(db, [arrivalAt(request, full(request))])
    await withhold(request, withheld)
    await post(request, {})
    const list = `/requests/${request.docket}/comments`
    for (const query of [
      'group=users',
      'language=xx',
      'country=XX',
      'question=2',
      'attachments=with',
      'channel=web-form',
    ]) {
      expect(numbersOn(await page(`${list}?state=all&${query}`)), query).not.toContain(withheld)
      const { matching } = await json(`/api${list}?state=withheld&${query}`)
      expect(matching, query).toBe(0)
    }
    const html = await page(list)
    expect(html).not.toMatch(/value="xx"|value="XX"/)
    expect(numbersOn(html)).toContain(withheld)
  })

  test('of a confidential answer or attachment nothing is told but that there is one', async () => {
    const request = await newRequest()
    const [number = ''] = await post(request, {
      answers: [answerTo(request, 1, 'Open words.'), answerTo(request, 2, `${secret} two`, 'confidential')],
      attachments: [file(`${secret}.pdf`, `${secret} text`, 'confidential')],
    })
    noneSays(await everywhere(request, [number]))
    const html = text(await page(`/comments/${number}`))
    expect(html).toContain('One answer is confidential.')
    expect(html).toContain('One attachment is confidential.')
    expect(html).not.toContain('Question 2')
    const list = `/requests/${request.docket}/comments`
    expect(numbersOn(await page(`${list}?question=2`))).toEqual([])
    expect(numbersOn(await page(`${list}?attachments=with`))).toEqual([])
  })

  test('of a wholly confidential comment nothing of its sender is told either, nor found by a filter', async () => {
    const request = await newRequest()
    const [number = '', open = ''] = await post(
      request,
      {
        ...full(request),
        answers: [answerTo(request, 1, `${secret} one`, 'confidential')],
        attachments: [file(`${secret}.pdf`, `${secret} text`, 'confidential')],
      },
      { group: 'academia' },
    )
    const list = `/requests/${request.docket}/comments`
    const html = await page(list)
    noneSays(await everywhere(request, [number]))
    expect(numbersOn(html)).toContain(number)
    expect(html).not.toMatch(/users|value="xx"|value="XX"|\(2\)/)
    const own = text(await page(`/comments/${number}`))
    expect(own).toContain('All of this comment is confidential')
    expect(own).not.toMatch(/Stakeholder group|Language|Country|How it came/)
    const silent = { sender: null, group: null, language: null, country: null, channel: null }
    const told = { ...silent, state: 'posted', confidentialParts: 2 }
    expect(await json(`/api/comments/${number}`)).toMatchObject(told)
    const { comments } = await json(`/api${list}?sort=oldest`)
    expect(comments[0]).toMatchObject({ number, ...told })
    for (const query of ['group=users', 'language=xx', 'country=XX', 'question=1', 'attachments=with']) {
      expect((await json(`/api${list}?${query}`)).matching, query).toBe(query === 'question=1' ? 1 : 0)
    }
    for (const query of ['channel=web-form', 'attachments=without', 'state=all&channel=web-form'])
      expect(numbersOn(await page(`${list}?${query}`)), query).toEqual([open])
  })

  test('a comment without a name tells neither name, organisation and address nor the names of its files', async () => {
    const request = await newRequest()
    const given = full(request)
    const [number = ''] = await post(request, {
      ...given,
      answers: [answerTo(request, 1, 'Ten.', 'without-name')],
      attachments: [file(`${secret}.pdf`, 'Plain text.', 'without-name')],
    })
    noneSays(await everywhere(request, [number]))
    expect(text(await page(`/comments/${number}`))).toContain('Name not published')
    expect(await page(`/comments/${number}/attachments/1`)).toContain('Plain text.')
    await page(`/comments/${number}/attachments/1/file`, 404)
  })

  test('nobody’s e-mail address is told, even beside the name', async () => {
    const request = await newRequest()
    const [number = ''] = await post(request, {
      particulars: { name: 'Ada', email: `${secret}@example.org` },
    })
    noneSays(await everywhere(request, [number]))
  })
})
