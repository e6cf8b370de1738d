import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { docxOf, paragraphXml } from '../../platform/files/testing.ts'
import { receiptLetter } from './own/receipt-letter.ts'
import { openIntakeApp, openRequest, origin } from './testing.tsx'

let house: Awaited<ReturnType<typeof openIntakeApp>>
let open: Awaited<ReturnType<typeof openRequest>>
beforeAll(async () => {
  house = await openIntakeApp()
  open = await openRequest(house.database)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-03-10T12:00:00Z'))

type Form = Record<string, string>
type Answer = Awaited<ReturnType<typeof get>>
const address = () => `/requests/${open.docket}/comment`
const get = (url: string, cookies: Form = {}) => house.app.inject({ method: 'GET', url, cookies })
const count = async () => (await house.db.selectFrom('docket.comment').select('id').execute()).length

function multipart(fields: Form, files: { name: string; bytes: Uint8Array | string }[] = []) {
  const mark = `----${randomUUID()}`
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const chunks = parts.map((part) => Buffer.from(part))
  for (const { name, bytes } of files) {
    const head = `--${mark}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    chunks.push(Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n'))
  }
  const payload = Buffer.concat([...chunks, Buffer.from(`--${mark}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${mark}` } }
}

const post = (fields: Form, { files = [] as Parameters<typeof multipart>[1], cookies = {} as Form } = {}) =>
  house.app.inject({ method: 'POST', url: address(), cookies, ...multipart(fields, files) })

const whole = (changes: Form = {}): Form => ({
  key: randomUUID(),
  'answer-1': 'Ten years.\r\n\r\nAnd say so on the box.',
  publication: 'with-name',
  group: 'academia',
  name: 'Ada Example',
  language: 'en',
  act: 'submit',
  ...changes,
})

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const cookiesOf = (answer: Answer): Form =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

/** Submits and follows to the receipt, as a browser with cookies does. */
async function submit(changes: Form = {}) {
  const sent = await post(whole(changes), { cookies: { draft: 'x' } })
  expect(sent.statusCode, sent.body).toBe(303)
  const cookies = cookiesOf(sent)
  const url = String(sent.headers.location)
  return {
    url,
    number: url.split('/')[2] ?? '',
    key: cookies['comment-key'] ?? '',
    cookies,
    page: await get(url, cookies),
  }
}

describe('the comment form', () => {
  test('asks each question, says until when, and works without script', async () => {
    const page = await get(address())
    expect(page.statusCode).toBe(200)
    for (const { text } of open.questions) expect(page.body).toContain(text)
    expect(page.body).toContain('Friday 27 March 2026, 17:00 (America/New_York)')
    expect(page.body).toContain('enctype="multipart/form-data"')
    expect(page.body).not.toMatch(/ style=| on\w+=/)
  })

  test('is not shown before the request opens, and says when it will be', async () => {
    house.clock.set('2026-03-01T13:00:00Z')
    const page = await get(address())
    expect(page.body).toContain('Comments are not taken yet')
    expect(page.body).toContain('Sunday 1 March 2026, 09:00 (America/New_York)')
    expect((await post(whole())).statusCode).toBe(409)
  })

  test('says before and after that a late comment is late, and takes it', async () => {
    house.clock.set('2026-03-27T21:00:00Z')
    expect((await get(address())).body).toContain('The deadline has passed.')
    expect((await post(whole({ act: 'check' }))).body).toContain('The deadline has passed.')
    expect((await submit()).page.body).toContain('the comment is marked as late')
  })

  test('comes back with every word where something is to be mended', async () => {
    const words = 'Words <b>that</b> must not be lost'
    const back = await post(whole({ publication: '', 'free-text': words, 'answer-9': 'Strange words' }))
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('<title>Error: ')
    expect(back.body).toContain('Words &lt;b>that&lt;/b> must not be lost')
    expect(back.body).toContain('There is no question 9 here. What was written to it: Strange words')
    expect(back.body).toContain('href="#publication"')
  })

  test('refuses a text that is too long and keeps all of it', async () => {
    const text = 'é'.repeat(100_001)
    const back = await post(whole({ 'answer-1': text }))
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('The text is 1 character too long')
    expect(back.body).toContain(text)
  })

  test('shows the comment once more before it is sent', async () => {
    const before = await count()
    const review = await post(whole({ act: 'check', 'publish-answer-1': 'without-name' }))
    expect(review.body).toContain('Nothing has been sent yet.')
    expect(review.body).toContain('It will be posted without your name.')
    expect(review.body).toContain('name="answer-1" value="Ten years.')
    expect(await count()).toBe(before)
  })

  test('a cut body loses no word that arrived', async () => {
    const { payload, headers } = multipart(whole({ 'free-text': 'Arrived words', last: 'x'.repeat(500) }))
    const cut = payload.subarray(0, payload.length - 300)
    const back = await house.app.inject({ method: 'POST', url: address(), payload: cut, headers })
    expect(back.statusCode).toBe(400)
    expect(back.body).toContain('Arrived words')
    expect(back.body).toContain('The connection broke before everything arrived.')
  })

  test('a body that is no form is refused', async () => {
    const headers = { 'content-type': 'application/json' }
    const payload = JSON.stringify({ 'free-text': 'Words in JSON' })
    const answer = await house.app.inject({ method: 'POST', url: address(), headers, payload })
    expect(answer.statusCode).toBe(415)
    expect(answer.body).toContain('Words in JSON')
  })
})

describe('a comment that is submitted', () => {
  test('is received once, however often the button is pressed', async () => {
    const form = whole()
    const before = await count()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(form, { cookies: { draft: 'x' } })),
    )
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(new Set(answers.map((answer) => cookiesOf(answer)['comment-key'])).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test('leads to a page with number, key and receipt, and no address holds the key', async () => {
    const { url, number, key, page, cookies } = await submit()
    expect(url).toBe(`/comments/${number}/receipt`)
    expect(page.body).toContain(number)
    expect(page.body).toContain(key)
    const receipt = await get(`/comments/${number}/receipt.txt`, cookies)
    expect(receipt.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(receipt.body).toContain('PARLEY RECEIPT 1')
    expect(receipt.body).toContain('| And say so on the box.')
    expect(house.lines.join('')).not.toContain(key)
  })

  test('is shown its receipt at once where the browser takes no cookies', async () => {
    const page = await post(whole())
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Comment received')
  })

  test('shows nothing to those who do not hold its key', async () => {
    const { number } = await submit()
    for (const path of ['receipt', 'receipt.txt', 'yours', 'withdraw']) {
      const answer = await get(`/comments/${number}/${path}`, { 'comment-key': '00000-00000-00000-00000' })
      expect(answer.statusCode, path).toBe(303)
      expect(answer.headers.location).toBe(`/comment-key?number=${number}`)
    }
    const post = house.app.inject({ method: 'POST', url: `/comments/${number}/withdraw` })
    expect((await post).statusCode).toBe(403)
  })
})

describe('a comment key', () => {
  const openWith = (number: string, key: string) =>
    house.app.inject({
      method: 'POST',
      url: '/comment-key',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ number, key }).toString(),
    })

  test('opens its comment and no other', async () => {
    const [mine, other] = [await submit(), await submit()]
    expect((await openWith(mine.number, other.key)).statusCode).toBe(422)
    const opened = await openWith(mine.number, mine.key.toLowerCase())
    expect(opened.headers.location).toBe(`/comments/${mine.number}/yours`)
    const page = await get(`/comments/${mine.number}/yours`, cookiesOf(opened))
    expect(page.body).toContain('a moderator has not decided yet')
  })

  test('withdraws the comment, with its entry and its leaf', async () => {
    const { number, cookies } = await submit()
    const url = `/comments/${number}/withdraw`
    expect((await get(url, cookies)).body).toContain('This cannot be undone')
    const done = await house.app.inject({ method: 'POST', url, cookies })
    expect(done.body).toContain('Your comment is withdrawn.')
    const again = await house.app.inject({ method: 'POST', url, cookies })
    expect(again.body).toContain('This comment was withdrawn')
    const bodies = (await house.db.selectFrom('record.leaf').select('body').execute()).map(({ body }) => body)
    const leaves = bodies.filter((body) => body.includes(`number ${number}\n`))
    expect(leaves.map((body) => /kind (.*)/.exec(body)?.[1]).sort()).toEqual([
      'comment-received',
      'comment-withdrawn',
    ])
  })

  test('puts a corrected comment in the place of the first', async () => {
    const first = await submit({ email: 'ada@example.org' })
    const begun = await house.app.inject({
      method: 'POST',
      url: `/comments/${first.number}/supersede`,
      cookies: first.cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'as=correction',
    })
    const form = await get(String(begun.headers.location), cookiesOf(begun))
    expect(form.body).toContain(`You are correcting comment ${first.number}.`)
    expect(form.body).toContain('And say so on the box.')
    const fields = Object.fromEntries(
      ['key', 'code', 'supersedes', 'supersedesKey', 'as'].map((name) => [name, hidden(form.body, name)]),
    )
    const second = await submit({ ...fields, 'answer-1': 'Eleven years.' })
    const yours = await get(`/comments/${first.number}/yours`, first.cookies)
    expect(yours.body).toContain(`Superseded by ${second.number}`)
    const third = await post(whole({ ...fields, key: randomUUID() }))
    expect(third.statusCode).toBe(422)
    expect(third.body).toContain('A later comment has taken the place of this one.')
  })

  test('is needed to supersede a comment', async () => {
    const { number } = await submit()
    const before = await count()
    const stolen = await post(whole({ supersedes: number, supersedesKey: 'guess', as: 'correction' }))
    expect(stolen.statusCode).toBe(422)
    expect(await count()).toBe(before)
  })
})

describe('a saved comment', () => {
  const resume = (code: string) =>
    house.app.inject({
      method: 'POST',
      url: '/resume',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code }).toString(),
    })

  test('is opened with its code, and its words cannot be read without it', async () => {
    const saved = await post(whole({ act: 'save', 'free-text': 'Half a thought' }))
    const code = /class="parley-secret">([^<]+)</.exec(saved.body)?.[1] ?? ''
    expect(saved.body).toContain('It has not been sent.')
    const opened = await resume(code.toLowerCase())
    expect(opened.statusCode).toBe(303)
    const form = await get(String(opened.headers.location), cookiesOf(opened))
    expect(form.body).toContain('Half a thought')
    const rows = await house.db.selectFrom('docket.draft').selectAll().execute()
    const kept = rows.map(
      ({ sealed, resume_hash }) => `${sealed?.toString('latin1')}${resume_hash.toString('latin1')}`,
    )
    expect(kept.join('')).not.toContain('Half a thought')
    expect(kept.join('')).not.toContain(code)
  })

  test('keeps its key, so that sending it twice makes one comment; and is empty once sent', async () => {
    const saved = await post(whole({ act: 'save' }))
    const [code, key] = [hidden(saved.body, 'code'), hidden(saved.body, 'key')]
    const sent = await submit({ code, key })
    const opened = await resume(code)
    expect(opened.statusCode).toBe(422)
    expect(opened.body).toContain(`This comment was sent already, as ${sent.number}`)
    const rows = await house.db
      .selectFrom('docket.draft')
      .selectAll()
      .where('comment_id', 'is not', null)
      .execute()
    expect(rows.every(({ sealed }) => sealed === null)).toBe(true)
    expect((await submit({ code, key })).number).toBe(sent.number)
  })

  test('is autosaved while it is written, and the form opens with it again', async () => {
    const first = await get(address())
    const code = hidden(first.body, 'code')
    const saved = await house.app.inject({
      method: 'POST',
      url: `${address()}/draft`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(whole({ code, 'free-text': 'Saved on a pause' })).toString(),
    })
    expect(saved.statusCode).toBe(204)
    expect((await get(address(), cookiesOf(saved))).body).toContain('Saved on a pause')
  })

  test('is unknown under another code', async () => {
    expect((await resume('00000-00000-00000-00000')).body).toContain('No saved comment has this code.')
    expect((await resume('nonsense')).statusCode).toBe(422)
  })
})

describe('files', () => {
  test('are kept, read, and their text shown to the sender before anything is sent', async () => {
    const docx = docxOf(paragraphXml('Words inside a document.'))
    const shown = await post(whole({ act: 'upload' }), { files: [{ name: 'our view.docx', bytes: docx }] })
    expect(shown.statusCode, shown.body).toBe(200)
    expect(shown.body).toContain('our view.docx')
    expect(shown.body).toContain('Words inside a document.')
    const sent = await submit({ code: hidden(shown.body, 'code'), key: hidden(shown.body, 'key') })
    const rows = await house.db.selectFrom('docket.attachment').selectAll().execute()
    expect(rows.at(-1)).toMatchObject({ name: 'our view.docx', extraction: 'done', publication: 'with-name' })
    const receipt = await get(`/comments/${sent.number}/receipt.txt`, sent.cookies)
    expect(receipt.body).toContain('| file our view.docx')
  })

  test('of a kind that is not taken, empty, or not what they say are named, and the rest is kept', async () => {
    const back = await post(whole({ act: 'upload', 'free-text': 'Kept words' }), {
      files: [
        { name: 'good.txt', bytes: 'Plain words.' },
        { name: 'tool.exe', bytes: 'MZ\x90\0\x03' },
        { name: 'empty.txt', bytes: '' },
        { name: 'lie.pdf', bytes: 'PK\x03\x04 zip' },
      ],
    })
    expect(back.statusCode).toBe(422)
    for (const name of ['tool.exe', 'empty.txt', 'lie.pdf']) expect(back.body).toContain(name)
    expect(back.body).toContain('good.txt')
    expect(back.body).toContain('Kept words')
  })

  test('can be taken away again', async () => {
    const shown = await post(whole({ act: 'upload' }), { files: [{ name: 'a.txt', bytes: 'Words.' }] })
    const id = /value="(remove:[^"]+)"/.exec(shown.body)?.[1] ?? ''
    const without = await post(whole({ act: id, code: hidden(shown.body, 'code') }))
    expect(without.body).not.toContain('a.txt')
  })
})

test('a confidential word is found on no page, in no log and in no letter but those of its sender', async () => {
  const canary = `canary-${randomUUID()}`
  const sent = await submit({
    'answer-1': `Secret ${canary}`,
    publication: 'confidential',
    email: 'canary@example.org',
  })
  const letter = await receiptLetter(house.db, { origin, log: house.log }, sent.number)
  expect(letter?.message.to).toBe('canary@example.org')
  expect(JSON.stringify(letter)).not.toContain(canary)
  const tables = ['texts.version', 'record.leaf', 'record.entry', 'platform.mail', 'docket.draft'] as const
  for (const table of tables) {
    const rows = await house.db.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows), table).not.toContain(canary)
  }
  expect(house.lines.join('')).not.toContain(canary)
  expect(sent.page.body).not.toContain(canary)
  const receipt = await get(`/comments/${sent.number}/receipt.txt`, sent.cookies)
  expect(receipt.body).toContain(canary)
})

test('when the database is away the words come back, to be sent again under the same key', async () => {
  const broken = await openIntakeApp({ away: true })
  const { docket } = await openRequest(broken.database, 'AWAY-2026-0001')
  const form = whole({ 'free-text': 'Words in bad weather' })
  const answer = await broken.app.inject({
    method: 'POST',
    url: `/requests/${docket}/comment`,
    ...multipart(form),
  })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.body).toContain('Words in bad weather')
  expect(hidden(answer.body, 'key')).toBe(form['key'])
  await broken.close()
})
