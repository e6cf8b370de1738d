import { Readable } from 'node:stream'
import { type Actor, guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { OfferedPart } from '../../platform/html/index.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import {
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

export const opens = parseInstant('2026-03-02T12:00:00Z') as Instant
const stored = new Map<string, string>()
const files = {
  read: async (sha256: string) => Readable.from([stored.get(sha256) ?? '']),
} as unknown as FileStore

export const numbersOn = (html: string) =>
  [...html.matchAll(/<a class="parley-number" href="\/comments\/([^"/]+)">\1<\/a>/g)].map(([, one]) => one)
export const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

/** A file as it came with a comment; without words it could not be read. */
export const file = (
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

/** The public docket on a database of its own, with the parts that later steps offer. */
export async function openDocket() {
  const database = await testDatabase<DocketTables>()
  const { db } = database
  const parts: OfferedPart<Actor>[] = []
  const services = { db, clock: { now: () => opens }, origin: 'http://localhost', parts, files }
  const viewer: { now: Actor } = { now: guest }
  const app = docketServer(readingPolicy, viewer, (server) => {
    server.register(readingRoutes, services)
    server.register(readingApi, services)
  })
  let dockets = 0
  return {
    ...{ app, db, parts, viewer },
    newRequest: () => {
      dockets += 1
      return openRequest(db, { docket: `EX-2026-${dockets}`, opens })
    },
    post: async (request: RequestForComment, ...arrivals: Partial<Arrival>[]): Promise<string[]> => {
      const all = arrivals.map((one) => arrivalAt(request, one))
      const numbers = await receive(db, all)
      for (const number of numbers) await decideAs(db, request, number, { act: 'post' })
      return numbers
    },
    withhold: (request: RequestForComment, number: string, explanation = '') =>
      decideAs(db, request, number, { act: 'withhold', reason: 'off-topic', explanation }),
    page: async (url: string, status = 200): Promise<string> => {
      const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } })
      if (statusCode !== status) throw new Error(`${url} answers ${statusCode}: ${body}`)
      return body
    },
    json: async (url: string) => JSON.parse((await app.inject({ url })).body),
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
