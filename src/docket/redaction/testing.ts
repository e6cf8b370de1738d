import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Actor, guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { postingPolicy } from '../posting/access.ts'
import { postingRoutes } from '../posting/routes.tsx'
import { findToModerate } from '../posting/store.ts'
import {
  arrivalAt,
  type DocketTables,
  docketServer,
  moderatorOf,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { redactionRoutes } from './routes.tsx'

const opens = parseInstant('2026-03-02T12:00:00Z') as Instant

const field = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`).exec(html)
export const sentAs = (html: string, name: string) => field(html, name)?.[1] ?? field(html, name)?.[2] ?? ''
export const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

/** Makes attachments whose bytes lie in a file store. */
async function openFiles() {
  const files = await openFileStore(join(mkdtempSync(join(tmpdir(), 'parley-redaction-')), 'files'))
  let stored = 0
  const file = (
    name: string,
    bytes: Uint8Array | string,
    text = 'A plan.',
  ): Arrival['attachments'][number] => {
    stored += 1
    const sha256 = stored.toString(16).padStart(64, '0')
    mkdirSync(dirname(files.pathOf(sha256)), { recursive: true })
    writeFileSync(files.pathOf(sha256), bytes)
    const extraction = { state: 'done' as const, text, extractor: { name: 'plain', version: '1' } }
    return {
      name,
      mediaType: 'text/plain',
      bytes: bytes.length,
      sha256,
      publication: 'with-name',
      extraction,
    }
  }
  return { files, file }
}

/** The desk on which moderators redact, on a database of its own. */
export async function openDesk() {
  const database = await testDatabase<DocketTables>()
  const { db } = database
  const { files, file } = await openFiles()
  const viewer: { now: Actor } = { now: guest }
  const services = { db, clock: { now: () => opens }, origin: 'http://localhost', files }
  const app = docketServer(postingPolicy, viewer, (server) => {
    server.register(postingRoutes, services)
    server.register(redactionRoutes, services)
  })
  let dockets = 0
  const desk = (number: string) => app.inject({ url: `/comments/${number}/redaction` })
  const send = (number: string, to: string, form: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `/comments/${number}/redaction/${to}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    })
  return {
    ...{ app, db, viewer, file, desk, send },
    mark: (number: string, words: string, more: Record<string, string> = {}) =>
      send(number, 'marks', { words, reason: 'personal-information', ...more }),
    post: async (number: string, more: Record<string, string> = {}) => {
      const { body } = await desk(number)
      const seen = { seen: sentAs(body, 'seen'), marks: sentAs(body, 'marks') }
      return send(number, 'post', { ...seen, ...more })
    },
    /** A new request, and its moderator before the desk. */
    newRequest: async () => {
      dockets += 1
      const request = await openRequest(db, { docket: `RE-2026-${dockets}`, opens })
      viewer.now = moderatorOf(request)
      return request
    },
    receiveOne: async (request: RequestForComment, said: Partial<Arrival>) =>
      (await receive(db, [arrivalAt(request, said)]))[0] ?? '',
    stateOf: async (number: string) => (await findToModerate(db, number))?.state,
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
