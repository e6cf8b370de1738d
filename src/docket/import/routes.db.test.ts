import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, type PersonId } from '../../participants/index.ts'
import { newId } from '../../platform/id.ts'
import { systemClock } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { docketServer, openRequest } from '../posting/testing.ts'
import { text } from '../reading/testing.ts'
import { importPolicy } from './access.ts'
import { importNext } from './jobs/keep-importing.ts'
import { importRoutes } from './routes.tsx'
import { openImporting } from './testing.ts'

const house = await openImporting()
const { db } = house
const viewer = { now: guest }
const app = docketServer(importPolicy, viewer, (server) => server.register(importRoutes, house.services))
afterAll(async () => {
  await app.close()
  await house.close()
})

let request: RequestForComment
let imports: string
beforeAll(async () => {
  request = await openRequest(db, { opens: systemClock.now() })
  imports = `/requests/${request.docket}/imports`
  viewer.now = {
    ...guest,
    person: newId<'person'>(1) as PersonId,
    inProcess: new Map([[request.processId, new Set(['secretariat'] as const)]]),
  }
})

async function send(name: string, bytes: string) {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  const body = new Response(form)
  const headers = { 'content-type': body.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await body.arrayBuffer())
  return app.inject({ method: 'POST', url: imports, headers, payload })
}

async function sent(name: string, bytes: string): Promise<string> {
  const answer = await send(name, bytes)
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

const page = async (url: string) => text((await app.inject({ url, headers: { accept: 'text/html' } })).body)
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('importing by page', () => {
  test('is for the secretariat alone', async () => {
    const before = viewer.now
    viewer.now = { ...guest, person: newId<'person'>(1) as PersonId }
    expect((await app.inject({ url: imports })).statusCode).toBe(403)
    expect((await send('a.csv', 'text\nYes.\n')).statusCode).toBe(403)
    viewer.now = before
  })

  test.each([
    ['book.xlsx', 'PK\u0003\u0004 no zip', /damaged|workbook/],
    ['empty.csv', '', /empty|Choose a file/],
    ['letter.pdf', '%PDF-1.7 text', /neither CSV nor JSON/],
    ['header.csv', 'text,name\n', /no rows/],
  ])('%s is refused in a sentence', async (name, bytes, sentence) => {
    const answer = await send(name, bytes)
    expect([answer.statusCode, text(answer.body)]).toEqual([422, expect.stringMatching(sentence)])
  })

  test('a file without known headers is proposed, previewed, mended and brought in', async () => {
    const said = 'Devices should be updated for ten years at least.'
    const here = await sent('survey.csv', `Who,Zq,Shoe size\nAda Example,"${said}",44\n`)
    const proposed = await page(here)
    expect(proposed).toContain('Check the import')
    expect(proposed).toContain(said)
    expect(proposed).toContain('Not named')
    const mended = {
      'column-0': 'name',
      'column-1': 'question-1',
      'column-2': '',
      posting: 'at-once',
      names: 'shown',
    }
    const twice = await post(here, { ...mended, 'column-2': 'name', act: 'preview' })
    expect([twice.statusCode, text(twice.body)]).toEqual([422, expect.stringContaining('cannot both be')])
    expect((await post(here, { ...mended, act: 'preview' })).statusCode).toBe(303)
    const again = await page(here)
    expect(again).toContain('Ada Example')
    expect(again).toContain('Answer to question 1')
    expect((await post(here, { ...mended, act: 'import' })).statusCode).toBe(303)
    expect(await page(here)).toContain('Import under way')
    await importNext(house.services, () => true)
    const done = await page(here)
    expect(done).toContain('Import done')
    expect(done).toMatch(/Comments imported\s*1/)
    const answers = await db.selectFrom('docket.answer').select('question_id').execute()
    expect(answers).toEqual([{ question_id: request.questions[0]?.id }])
    expect(await page(imports)).toContain('survey.csv')
  })

  test('columns nobody can mean the text of are asked for, and nothing is imported', async () => {
    const here = await sent('odd.csv', 'a,b\n1,2\n')
    const answer = await post(here, { 'column-0': '', 'column-1': '', act: 'import' })
    expect([answer.statusCode, text(answer.body)]).toEqual([
      422,
      expect.stringContaining('which column holds'),
    ])
  })

  test('a file that was left is gone from the list', async () => {
    const here = await sent('left.csv', 'text\nYes.\n')
    expect((await post(here, { act: 'leave' })).statusCode).toBe(303)
    expect((await app.inject({ url: here })).statusCode).toBe(404)
    expect(await page(imports)).not.toContain('left.csv')
  })

  test('the same file brought again is told before it is imported, with a link to the import before', async () => {
    const bytes = 'text\nThe very same.\n'
    const here = await sent('same.csv', bytes)
    expect(await page(here)).not.toContain('This very file')
    await post(here, { 'column-0': 'text', act: 'import' })
    await importNext(house.services, () => true)
    const again = await app.inject({ url: await sent('renamed.csv', bytes) })
    expect(text(again.body)).toContain('This very file was brought into this docket before')
    expect(again.body).toContain(`href="${here}"`)
  })

  test('what is said about rows is said in the language of whoever reads it', async () => {
    const here = await sent('odd.csv', 'id,text,date\nF1,First.,last Tuesday\nF1,Second.,\n')
    await post(here, { 'column-0': 'id', 'column-1': 'text', 'column-2': 'date', act: 'import' })
    await importNext(house.services, () => true)
    const french = () => page(`${here}/problems.csv?lang=fr`)
    expect(await french()).toMatch(/«.last Tuesday.» n’est pas une date/)
    expect(await french()).toContain('L’identifiant F1 figure au dossier avec d’autres mots')
    expect(await page(here)).toContain('The id F1 stands on the docket with other words')
    await db.updateTable('docket.import_problem').set({ said: null }).execute()
    expect(await french()).toContain('The id F1 stands on the docket')
  })

  test('problems come as a file in which no cell is a formula', async () => {
    const here = await sent('odd.csv', 'id,text\nX1,First.\nX1,=1+1\n')
    await post(here, { 'column-0': 'id', 'column-1': 'text', act: 'import' })
    await importNext(house.services, () => true)
    const { body, headers } = await app.inject({ url: `${here}/problems.csv` })
    expect(headers['content-disposition']).toContain('attachment')
    const [head, first] = body.split('\r\n')
    expect(head).toBe('import_row,import_file,import_outcome,import_reason,id,text')
    expect(first).toMatch(/^2,,failed,.*other words.*,X1,'=1\+1$/)
  })
})
