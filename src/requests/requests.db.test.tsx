import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, guest, operator, type ParticipantsTables } from '../participants/index.ts'
import { testDatabase } from '../platform/db/testing.ts'
import { openFileStore } from '../platform/files/index.ts'
import { findProcess, type ProcessesTables } from '../processes/index.ts'
import { listEntriesAbout, type RecordTables } from '../record/index.ts'
import { findRequest, publishBareRequest, type RequestsTables } from './index.ts'
import { appFor, secretary } from './testing.tsx'

type Tables = RequestsTables & ProcessesTables & ParticipantsTables & RecordTables
const { db, close } = await testDatabase<Tables>()
const files = await openFileStore(await mkdtemp(join(tmpdir(), 'parley-papers-')))
let now = new Date('2026-03-01T12:00:00Z')
let viewer: Actor = secretary
const origin = 'http://localhost:3000'
const app = appFor({ db, files, origin, clock: { now: () => now } }, () => viewer)
afterAll(() => app.close())
afterAll(close)
beforeEach(() => {
  now = new Date('2026-03-01T12:00:00Z')
  viewer = secretary
})

const post = (url: string, fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers, payload: body.toString() })
}
const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })

const stages = {
  'stages.0.name': 'comments',
  'stages.0.title': 'Comments',
  'stages.0.what': 'Anyone may comment.',
  'stages.0.closes': '2026-03-27T17:00',
  'stages.1.name': 'analysis',
  'stages.1.title': 'Analysis',
  'stages.1.what': 'All is read.',
  'stages.1.closes': '2026-05-01T17:00',
}
const processForm = {
  name: 'Updates for connected devices',
  slug: '',
  scope: 'How people learn until when a device is updated.',
  outcomeCharacter: 'shared-definition',
  binding: 'voluntary',
  convenor: '',
  docketPrefix: 'EXAMPLE',
  zone: 'America/New_York',
  opens: '2026-03-02T09:00',
  ...stages,
  'issues.0.id': '',
  'issues.0.title': 'Support period',
  'issues.0.description': '',
  'issues.1.id': '',
  'issues.1.title': '',
  'issues.1.description': '',
  act: 'save',
}
const requestForm = {
  docket: '',
  title: 'What should a label say?',
  notice: 'We ask what buyers need to know.\n\n## Why now\n\nBecause <b>support</b> ends.',
  language: 'en',
  zone: 'America/New_York',
  opens: '2026-03-02T09:00',
  deadline: '2026-03-27T17:00',
  'questions.0.text': 'Until when is support promised?',
  'questions.0.hint': '',
  'questions.0.priority': 'yes',
  'questions.1.text': '',
  'questions.1.hint': '',
  act: 'save',
}

let made = 0
async function makeProcess(): Promise<string> {
  made += 1
  const response = await post('/processes', { ...processForm, slug: `process-${made}` })
  expect(response.statusCode).toBe(303)
  return `process-${made}`
}
async function makeDraft(changes: Record<string, string | string[]> = {}): Promise<string> {
  const slug = await makeProcess()
  const response = await post(`/processes/${slug}/requests`, { ...requestForm, ...changes })
  expect(response.statusCode).toBe(303)
  return String(response.headers.location).replace('/requests/', '')
}
async function makePublished(): Promise<string> {
  const docket = await makeDraft()
  expect((await post(`/requests/${docket}/publish`, {})).statusCode).toBe(303)
  return docket
}

const found = async (docket: string) => {
  const request = await findRequest(db, docket)
  if (!request) throw new Error(`${docket} is not there`)
  return request
}
const kinds = async (id: string) => (await listEntriesAbout(db, id)).map(({ kind }) => kind)
const leaves = async (number: string) => {
  const rows = await db.selectFrom('record.leaf').select('body').execute()
  return rows
    .filter(({ body }) => body.includes(`\nnumber ${number}\n`))
    .map(({ body }) => body.split('\n')[2])
}

describe('a process', () => {
  test('is made from the template, with its issues and stages', async () => {
    const slug = await makeProcess()
    const process = await findProcess(db, slug)
    expect(process?.issues.map(({ number, title }) => [number, title])).toEqual([[1, 'Support period']])
    expect(process?.stages[0]?.closes.toISOString()).toBe('2026-03-27T21:00:00.000Z')
    expect(process?.stages[1]?.opens).toEqual(process?.stages[0]?.closes)
    expect(await kinds(process?.id ?? '')).toEqual(['process-created'])
  })

  test('is not there for anyone else until it is published', async () => {
    const slug = await makeProcess()
    viewer = guest
    expect((await get(`/processes/${slug}`)).statusCode).toBe(404)
    expect((await get('/processes')).body).not.toContain(`/processes/${slug}"`)
    viewer = secretary
    await post(`/processes/${slug}/publish`, {})
    viewer = guest
    expect((await get(`/processes/${slug}`)).statusCode).toBe(200)
  })

  test('is no longer edited once it is public', async () => {
    const slug = await makeProcess()
    await post(`/processes/${slug}/edit`, { ...processForm, slug, name: 'Another name' })
    expect((await findProcess(db, slug))?.name).toBe('Another name')
    await post(`/processes/${slug}/publish`, {})
    const late = await post(`/processes/${slug}/edit`, { ...processForm, slug, name: 'Too late' })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('Too late')
    expect((await findProcess(db, slug))?.name).toBe('Another name')
  })

  test('has one short address, and a second claim to it keeps every word', async () => {
    const slug = await makeProcess()
    const again = await post('/processes', { ...processForm, slug, name: 'The second' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('Another process has this short address')
    expect(again.body).toContain('value="The second"')
  })

  test('offers more rows for issues without script, and keeps what was typed', async () => {
    const more = await post('/processes', { ...processForm, act: 'add-issue' })
    expect(more.statusCode).toBe(200)
    expect(more.body).toContain('name="issues.4.title"')
    expect(more.body).toContain('value="Support period"')
  })

  test('is asked for again where a stage would close before it opens', async () => {
    const wrong = await post('/processes', { ...processForm, 'stages.1.closes': '2026-03-01T10:00' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('href="#stages.1.closes"')
    expect(wrong.body).toContain('A stage closes after it opens')
    expect(wrong.body).toContain('How people learn until when a device is updated.')
  })

  test('keeps its issues’ ids through an edit, since questions point at them', async () => {
    const slug = await makeProcess()
    const before = (await findProcess(db, slug))?.issues[0]
    const fields = { ...processForm, slug, 'issues.0.id': '', 'issues.0.title': 'New first' }
    const moved = { 'issues.1.id': before?.id ?? '', 'issues.1.title': 'Support period' }
    expect((await post(`/processes/${slug}/edit`, { ...fields, ...moved })).statusCode).toBe(303)
    const after = (await findProcess(db, slug))?.issues
    expect(after?.map(({ title }) => title)).toEqual(['New first', 'Support period'])
    expect(after?.[1]?.id).toBe(before?.id)
  })

  test('is not made by a guest', async () => {
    viewer = guest
    expect((await post('/processes', processForm)).statusCode).toBe(403)
    expect((await get('/processes/new')).headers.location).toMatch(/^\/sign-in/)
  })
})

describe('a request for comment', () => {
  test('is a draft that only those who prepare it can see', async () => {
    const docket = await makeDraft()
    expect(docket).toMatch(/^EXAMPLE-2026-\d{4}$/)
    expect((await get(`/requests/${docket}`)).body).toContain('This is a draft')
    viewer = guest
    for (const url of [
      `/requests/${docket}`,
      `/api/requests/${docket}`,
      `/requests/${docket}/deadline.ics`,
    ]) {
      expect((await get(url)).statusCode, url).toBe(404)
    }
  })

  test('is published with its entry, its leaf and its process, once', async () => {
    const docket = await makeDraft()
    now = new Date('2026-03-01T13:00:00Z')
    const [first, second] = await Promise.all([
      post(`/requests/${docket}/publish`, {}),
      post(`/requests/${docket}/publish`, {}),
    ])
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    const request = await found(docket)
    expect(await kinds(request.id)).toEqual(['request-drafted', 'request-published'])
    expect(await leaves(docket)).toEqual(['kind request-published'])
    expect((await findProcess(db, request.processId))?.publishedAt).toEqual(now)
  })

  test('is shown to everyone with its deadline, its questions and what matters most', async () => {
    const docket = await makePublished()
    viewer = guest
    now = new Date('2026-03-10T12:00:00Z')
    const { body, statusCode } = await get(`/requests/${docket}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('Friday 27 March 2026, 17:00 (America/New_York)')
    expect(body).toContain('17 days left')
    expect(body).toContain(`href="/requests/${docket}/comment"`)
    expect(body).toContain('If you have fifteen minutes')
    expect(body).toContain('id="question-1"')
    expect(body).toContain('Shared definition: voluntary; not a law, a regulation or a standard')
    expect(body).toContain('&lt;b&gt;support')
    expect(body).not.toContain('<b>support')
  })

  test('takes no edits once it is public, and keeps the words of who tried', async () => {
    const docket = await makePublished()
    const late = await post(`/requests/${docket}/edit`, { ...requestForm, docket, title: 'Changed' })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('value="Changed"')
    expect((await found(docket)).title).toBe('What should a label say?')
  })

  test('is edited as a whole while it is a draft', async () => {
    const docket = await makeDraft()
    const issue = (await findProcess(db, (await found(docket)).processId))?.issues[0]?.id ?? ''
    const fields = { ...requestForm, docket, 'questions.1.text': 'And how?', 'questions.1.issues': issue }
    expect((await post(`/requests/${docket}/edit`, fields)).statusCode).toBe(303)
    const { questions } = await found(docket)
    expect(questions.map(({ text, priority, issues }) => [text, priority, issues.length])).toEqual([
      ['Until when is support promised?', true, 0],
      ['And how?', false, 1],
    ])
  })

  test('has a docket number of its own, whatever its letters look like', async () => {
    const docket = await makeDraft({ docket: 'NTIA-2026-0007' })
    const slug = await makeProcess()
    const again = await post(`/processes/${slug}/requests`, { ...requestForm, docket: 'ntia-2026-0007' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('The docket number ntia-2026-0007 is already in use')
    expect((await get('/requests/ntia-2026-0007')).headers.location).toBe(`/requests/${docket}`)
  })

  test('passes over numbers that were given by hand', async () => {
    const last = await makeDraft()
    const next = Number(last.slice(-4)) + 1
    const byHand = `EXAMPLE-2026-${String(next).padStart(4, '0')}`
    await makeDraft({ docket: byHand })
    expect(await makeDraft()).toBe(`EXAMPLE-2026-${String(next + 1).padStart(4, '0')}`)
  })

  test.each([
    ['deadline', '2026-03-08T02:30', 'skip that time'],
    ['deadline', '2026-11-01T01:30', 'show that time twice'],
    ['deadline', '2026-03-02T08:00', 'later than the opening'],
    ['deadline', '2026-02-01T08:00', 'already passed'],
    ['deadline', '', 'Enter the deadline'],
    ['zone', 'Mars/Olympus', 'No such time zone'],
    ['title', ' ', 'Enter the title'],
    ['language', 'tlh', 'Choose the language'],
    ['surprise', 'yes', 'does not know: surprise'],
  ])('with %s “%s” comes back with a sentence and every word', async (field, value, sentence) => {
    const slug = await makeProcess()
    const wrong = await post(`/processes/${slug}/requests`, { ...requestForm, [field]: value })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(sentence)
    expect(wrong.body).toContain('<title>Error: ')
    expect(wrong.body).toContain(`href="#${field}"`)
    expect(wrong.body).toContain('We ask what buyers need to know.')
    expect(wrong.body).toContain('Until when is support promised?')
  })

  test('is not published when its deadline has passed meanwhile', async () => {
    const docket = await makeDraft()
    now = new Date('2026-03-27T21:00:00Z')
    const late = await post(`/requests/${docket}/publish`, {})
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('The deadline of this draft has passed')
    expect((await found(docket)).publishedAt).toBeUndefined()
  })
})

describe('a deadline', () => {
  test('is extended by a further one with its reason, an entry and a leaf; stages move with it', async () => {
    const docket = await makePublished()
    now = new Date('2026-03-28T12:00:00Z')
    expect((await get(`/requests/${docket}`)).body).toContain('Write a late comment')
    const fields = { zone: 'America/New_York', deadline: '2026-04-10T17:00', reason: 'Many asked for time.' }
    expect((await post(`/requests/${docket}/extend`, fields)).statusCode).toBe(303)
    const request = await found(docket)
    expect(request.deadlines.map(({ reason }) => reason)).toEqual(['', 'Many asked for time.'])
    expect(request.deadline.at.toISOString()).toBe('2026-04-10T21:00:00.000Z')
    expect((await kinds(request.id)).at(-1)).toBe('request-extended')
    expect(await leaves(docket)).toEqual(['kind request-published', 'kind request-extended'])
    const [comments, analysis] = (await findProcess(db, request.processId))?.stages ?? []
    expect(comments?.closes).toEqual(request.deadline.at)
    expect(analysis?.opens).toEqual(request.deadline.at)
    expect(analysis?.closes.toISOString()).toBe('2026-05-15T21:00:00.000Z')
    const { body } = await get(`/requests/${docket}`)
    expect(body).toContain('Many asked for time.')
    expect(body).toContain('It was Friday 27 March 2026, 17:00 (America/New_York) before')
  })

  test.each([
    ['2026-03-27T17:00', 'Why', 'choose a deadline later than'],
    ['2026-04-10T17:00', ' ', 'Give the reason'],
  ])('is not moved to %s for the reason “%s”', async (deadline, reason, sentence) => {
    const docket = await makePublished()
    const fields = { zone: 'America/New_York', deadline, reason }
    const wrong = await post(`/requests/${docket}/extend`, fields)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(sentence)
    expect((await found(docket)).deadlines).toHaveLength(1)
  })

  test('is not extended by a guest', async () => {
    const docket = await makePublished()
    viewer = guest
    const fields = { zone: 'UTC', deadline: '2027-01-01T00:00', reason: 'Mine' }
    expect((await post(`/requests/${docket}/extend`, fields)).statusCode).toBe(403)
  })

  test('goes into a calendar, line by line as calendars want it', async () => {
    const docket = await makePublished()
    const { body, headers } = await get(`/requests/${docket}/deadline.ics`)
    expect(headers['content-type']).toContain('text/calendar')
    expect(body).toContain('DTSTART:20260327T210000Z\r\n')
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
})

describe('programs and pages', () => {
  test('the API says the same as the page', async () => {
    const docket = await makePublished()
    viewer = guest
    const answer = (await app.inject(`/api/requests/${docket}`)).json()
    expect(answer).toMatchObject({
      docket,
      state: 'announced',
      deadline: { at: '2026-03-27T21:00:00.000Z', zone: 'America/New_York' },
      questions: [{ number: 1, priority: true }],
      url: `${origin}/requests/${docket}`,
    })
    expect((await app.inject('/api/requests')).json().requests.length).toBeGreaterThan(0)
  })

  test('the front door shows what is open, and drafts to nobody', async () => {
    const draft = await makeDraft()
    const open = await makePublished()
    now = new Date('2026-03-10T12:00:00Z')
    viewer = guest
    const { body } = await get('/')
    expect(body).toContain(`/requests/${open}"`)
    expect(body).not.toContain(draft)
  })

  test('the process page lists its requests and what happened', async () => {
    const docket = await makePublished()
    const { body } = await get(`/processes/${(await found(docket)).processSlug}`)
    expect(body).toContain(`/requests/${docket}"`)
    expect(body).toContain('The process was published.')
  })
})

function multipart(fields: Record<string, string>, file?: { name: string; bytes: string }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([file?.bytes ?? '']), file?.name ?? '')
  return new Response(form)
}
async function addPaper(
  docket: string,
  fields: Record<string, string>,
  file?: { name: string; bytes: string },
) {
  const body = multipart(fields, file)
  const headers = { 'content-type': body.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await body.arrayBuffer())
  return app.inject({ method: 'POST', url: `/requests/${docket}/papers`, headers, payload })
}

describe('background papers', () => {
  test('are links or files, and come back as they were sent', async () => {
    const docket = await makeDraft()
    const link = await addPaper(docket, { title: 'A study', url: 'https://example.org/study' })
    expect(link.statusCode).toBe(303)
    const file = await addPaper(
      docket,
      { title: 'Notes', url: '' },
      { name: 'notes.txt', bytes: 'Some notes.' },
    )
    expect(file.statusCode).toBe(303)
    const { papers } = await found(docket)
    expect(papers.map(({ title }) => title)).toEqual(['A study', 'Notes'])
    const kept = await get(`/requests/${docket}/papers/${papers[1]?.id}`)
    expect(kept.body).toBe('Some notes.')
    expect(kept.headers['content-disposition']).toContain('attachment')
    await post(`/requests/${docket}/papers/${papers[0]?.id}/remove`, {})
    expect((await found(docket)).papers).toHaveLength(1)
  })

  test.each([
    [{ title: 'X', url: 'javascript:alert(1)' }, undefined, 'whole address'],
    [{ title: 'X', url: '' }, undefined, 'choose a file'],
    [{ title: '', url: 'https://example.org/kept' }, undefined, 'Enter the title of the paper'],
    [{ title: 'X', url: '' }, { name: 'paper.pdf', bytes: 'no pdf' }, 'not what its name says'],
  ])('%j are asked for again', async (fields, file, sentence) => {
    const docket = await makeDraft()
    const wrong = await addPaper(docket, fields, file)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(sentence)
    expect((await found(docket)).papers).toHaveLength(0)
  })

  test('stay as they are once the request is public', async () => {
    const docket = await makePublished()
    await addPaper(docket, { title: 'Late', url: 'https://example.org/' })
    expect((await found(docket)).papers).toHaveLength(0)
  })
})

describe('a bare request from the command line', () => {
  const deadline = { at: new Date('2026-06-01T00:00:00Z'), zone: 'UTC' }
  const bare = { docket: 'BARE-2026-1', title: 'Bare', opensAt: now, deadline, process: undefined }

  test('is published with a process of its own; the same number again is refused and leaves nothing', async () => {
    expect(await publishBareRequest(db, operator, bare, now)).toEqual({ published: 'BARE-2026-1' })
    const before = await db.selectFrom('processes.process').select('id').execute()
    expect(await publishBareRequest(db, operator, bare, now)).toEqual({ refused: 'docket-taken' })
    expect(await db.selectFrom('processes.process').select('id').execute()).toHaveLength(before.length)
    viewer = guest
    expect((await get('/requests/BARE-2026-1')).statusCode).toBe(200)
  })

  test('goes into a process that is named, and no other', async () => {
    const process = await makeProcess()
    const done = await publishBareRequest(db, operator, { ...bare, docket: 'BARE-2', process }, now)
    expect(done).toEqual({ published: 'BARE-2' })
    expect((await found('BARE-2')).processSlug).toBe(process)
    const nowhere = { ...bare, docket: 'BARE-3', process: 'nowhere' }
    expect(await publishBareRequest(db, operator, nowhere, now)).toEqual({ refused: 'no-such-process' })
  })
})
