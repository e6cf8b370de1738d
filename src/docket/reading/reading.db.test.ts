import { Readable } from 'node:stream'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest } from '../../participants/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { after as later } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  decideAs,
  docketServer,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { readingPolicy } from './access.ts'
import { readingApi } from './api.ts'
import { readingRoutes } from './routes.tsx'

const opens = new Date('2026-03-02T12:00:00Z')
const parts: OfferedPart<Actor>[] = []
const stored = new Map<string, string>()
const files = {
  read: async (sha256: string) => Readable.from([stored.get(sha256) ?? '']),
} as unknown as FileStore

let database: TestDatabase<DocketTables>
let app: ReturnType<typeof docketServer>

beforeAll(async () => {
  database = await testDatabase()
  const services = { db: database.db, clock: { now: () => opens }, origin: 'http://localhost', parts, files }
  app = docketServer(readingPolicy, { now: guest }, (server) => {
    server.register(readingRoutes, services)
    server.register(readingApi, services)
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

let dockets = 0
const newRequest = () => {
  dockets += 1
  return openRequest(database.db, { docket: `EX-2026-${dockets}`, opens })
}

async function post(request: RequestForComment, ...arrivals: Partial<Arrival>[]): Promise<string[]> {
  const numbers = await receive(
    database.db,
    arrivals.map((one) => arrivalAt(request, one)),
  )
  for (const number of numbers) await decideAs(database.db, request, number, { act: 'post' })
  return numbers
}

const withhold = (request: RequestForComment, number: string, explanation = '') =>
  decideAs(database.db, request, number, { act: 'withhold', reason: 'off-topic', explanation })

async function page(url: string, status = 200): Promise<string> {
  const response = await app.inject({ url, headers: { accept: 'text/html' } })
  expect(response.statusCode, url).toBe(status)
  return response.body
}
const json = async (url: string) => JSON.parse((await app.inject({ url })).body)
const numbersOn = (html: string) =>
  [...html.matchAll(/<a class="parley-number" href="\/comments\/([^"/]+)">\1<\/a>/g)].map(([, one]) => one)
const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

const file = (
  name: string,
  words: string | undefined,
  publication: Arrival['attachments'][number]['publication'] = 'with-name',
) => {
  const sha256 = name.length.toString(16).padStart(64, '0')
  stored.set(sha256, `bytes of ${name}`)
  const extraction =
    words === undefined
      ? { state: 'refused' as const }
      : { state: 'done' as const, text: words, extractor: { name: 'unpdf', version: '1' } }
  return {
    name,
    mediaType: 'application/pdf',
    bytes: `bytes of ${name}`.length,
    sha256,
    publication,
    extraction,
  } as Arrival['attachments'][number]
}

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
      database.db,
      [1, 2, 3].map(() => arrivalAt(request)),
    )
    await withhold(request, first)
    await withhold(request, second)
    await database.db
      .updateTable('docket.comment')
      .set({ withdrawn_at: opens })
      .where('number', '=', third)
      .execute()
    await receive(database.db, [arrivalAt(request)])
    expect(text(await page(`/requests/${request.docket}/comments`))).toContain(
      '7 comments received: 3 posted, 1 being screened, 2 withheld (Off topic: 2), 1 withdrawn by its sender. 1 of them was sent after the deadline.',
    )
    const { counts } = await json(`/api/requests/${request.docket}/comments`)
    expect(counts).toEqual({
      received: 7,
      posted: 3,
      screening: 1,
      withheld: 2,
      withdrawn: 1,
      superseded: 0,
      late: 1,
    })
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
    expect(html).toContain(`href="${list}?question=1">Take away: German`)
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
    expect(html).toContain('<p class="parley-claimed__text" lang="ar" dir="rtl">')
    expect(html).toContain('id="text-p1"')
    expect(text(html)).toContain('Question 1: For how many years?')
    expect(text(html)).toContain('Example &amp; Sons')
    expect(html).toContain(`http://localhost/comments/${number}`)
    const body = await json(`/api/comments/${number}`)
    expect(body.sender).toEqual({ name: 'Ada <b>', organisation: 'Example & Sons', capacity: 'member' })
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
    const { id } = await database.db
      .selectFrom('docket.comment')
      .select('id')
      .where('number', '=', third ?? '')
      .executeTakeFirstOrThrow()
    await database.db
      .updateTable('docket.comment')
      .set({ superseded_by: id, superseded_as: 'correction' })
      .where('number', '=', first ?? '')
      .execute()
    const middle = await page(`/comments/${second}`)
    expect(middle).toMatch(new RegExp(`href="/comments/${first}" rel="prev"`))
    expect(middle).toMatch(new RegExp(`href="/comments/${third}" rel="next"`))
    expect(text(await page(`/comments/${first}`))).toContain(`The sender replaced this comment by ${third}`)
    expect(text(await page(`/comments/${third}`))).toContain(`This comment replaces ${first}`)
  })

  test('that nobody sent is not found', async () => {
    await page('/comments/EX-2026-1-9999', 404)
    await page('/comments/..%2f..%2fetc', 404)
  })
})

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
      database.db,
      [1, 2, 3, 4].map(() => arrivalAt(request, full(request))),
    )
    await withhold(request, withheld)
    for (const number of [undone, withdrawn]) await decideAs(database.db, request, number, { act: 'post' })
    await withhold(request, undone, 'It was a mistake.')
    await database.db
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
    const [withheld = ''] = await receive(database.db, [arrivalAt(request, full(request))])
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

describe('a later step', () => {
  test('adds to the docket and to a comment, loads once a page, and may fail without loss', async () => {
    const request = await newRequest()
    const [first, second] = await post(request, {}, {})
    const loads: number[] = []
    parts.push(
      offerPart<Actor, string>({
        place: 'beside-comment',
        load: async (refs) => {
          loads.push(refs.length)
          return new Map(refs.map((ref) => [refKey(ref), `noted ${ref.kind}`]))
        },
        render: (loaded) => h('p', null, loaded),
      }),
      offerPart<Actor, string>({
        place: 'docket-counts',
        load: async ([ref]) => new Map(ref ? [[refKey(ref), 'two campaigns']] : []),
        render: (loaded) => h('p', null, loaded),
      }),
      offerPart<Actor, string>({
        place: 'docket-filters',
        load: async () => Promise.reject(new Error('the later step is broken')),
        render: (loaded) => h('p', null, loaded),
      }),
    )
    const html = await page(`/requests/${request.docket}/comments`)
    expect(html.match(/noted comment/g)).toHaveLength(2)
    expect(html).toContain('two campaigns')
    expect(numbersOn(html)).toEqual([second, first])
    expect(loads).toEqual([2])
    expect(await page(`/comments/${first}`)).toContain('noted comment')
    expect(loads).toEqual([2, 1])
    parts.length = 0
  })
})
