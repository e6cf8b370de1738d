import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, guest, type ParticipantsTables } from '../participants/index.ts'
import { testDatabase } from '../platform/db/testing.ts'
import { openFileStore } from '../platform/files/index.ts'
import { type Instant, parseInstant } from '../platform/time.ts'
import type { ProcessesTables } from '../processes/index.ts'
import { listEntriesAbout, type RecordTables } from '../record/index.ts'
import { findRequest, type RequestsTables } from './index.ts'
import { appFor, secretary } from './testing.tsx'

type Tables = RequestsTables & ProcessesTables & ParticipantsTables & RecordTables

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
export const processForm = {
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
export const requestForm = {
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

const instant = (text: string): Instant => {
  const found = parseInstant(text)
  if (!found) throw new Error(`${text} is no instant.`)
  return found
}
export const start = instant('2026-03-01T12:00:00Z')
export const origin = 'http://localhost:3000'

type Fields = Record<string, string | string[]>

/** Processes and requests on a database of their own, with a clock and a viewer that a test sets. */
export async function openHouse() {
  const { db, close } = await testDatabase<Tables>()
  const files = await openFileStore(await mkdtemp(join(tmpdir(), 'parley-papers-')))
  const state: { now: Instant; viewer: Actor } = { now: start, viewer: secretary }
  const app = appFor({ db, files, origin, clock: { now: () => state.now } }, () => state.viewer)
  const post = (url: string, fields: Fields) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return app.inject({ method: 'POST', url, headers, payload: body.toString() })
  }
  const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
  return {
    ...{ app, db, post, get },
    kinds: async (id: string) => (await listEntriesAbout(db, id)).map(({ kind }) => kind),
    leaves: async (number: string) => {
      const rows = await db.selectFrom('record.leaf').select('body').execute()
      const own = rows.filter(({ body }) => body.includes(`\nnumber ${number}\n`))
      return own.map(({ body }) => body.split('\n')[2])
    },
    ...makers(post),
    at: (text: string) => {
      state.now = instant(text)
      return state.now
    },
    as: (viewer: Actor) => {
      state.viewer = viewer
    },
    asGuest: () => {
      state.viewer = guest
    },
    reset: () => Object.assign(state, { now: start, viewer: secretary }),
    found: async (docket: string) => {
      const request = await findRequest(db, docket)
      if (!request) throw new Error(`${docket} is not there`)
      return request
    },
    close: async () => {
      await app.close()
      await close()
    },
  }
}

type Answer = PromiseLike<{ statusCode: number; body: string; headers: Record<string, unknown> }>

const placeOf = async (answer: Answer): Promise<string> => {
  const { statusCode, body, headers } = await answer
  if (statusCode !== 303) throw new Error(`${statusCode}: ${body}`)
  return String(headers['location'])
}

function makers(post: (url: string, fields: Fields) => Answer) {
  let made = 0
  const makeProcess = async () => {
    made += 1
    await placeOf(post('/processes', { ...processForm, slug: `process-${made}` }))
    return `process-${made}`
  }
  const makeDraft = async (changes: Fields = {}) => {
    const fields = { ...requestForm, ...changes }
    const address = await placeOf(post(`/processes/${await makeProcess()}/requests`, fields))
    return address.replace('/requests/', '')
  }
  const makePublished = async () => {
    const docket = await makeDraft()
    await placeOf(post(`/requests/${docket}/publish`, {}))
    return docket
  }
  return { makeProcess, makeDraft, makePublished }
}
