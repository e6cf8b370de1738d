import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { guest, installGate } from '../../participants/index.ts'
import { connect } from '../../platform/db/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { type Assets, ChromeProvider } from '../../platform/html/index.ts'
import { buildServer } from '../../platform/http/index.ts'
import { newId } from '../../platform/id.ts'
import { parseInstant } from '../../platform/time.ts'
import { signingKey } from '../../record/index.ts'
import { intakePolicy } from './access.ts'
import { intakeRoutes } from './routes.tsx'
import type { IntakeDatabase } from './services.ts'

export const origin = 'http://localhost'
const instant = (text: string) => {
  const found = parseInstant(text)
  if (!found) throw new Error(`${text} is no instant.`)
  return found
}

/** A clock that a test sets. */
export function settableClock(start = '2026-03-10T12:00:00Z') {
  let now = instant(start)
  const set = (text: string) => {
    now = instant(text)
  }
  return { now: () => now, set }
}

type Database = Awaited<ReturnType<typeof testDatabase<IntakeDatabase>>>

/** Opens on 1 March 2026 and closes on 27 March at 17:00 in New York, with two questions. */
export async function openRequest({ db }: Pick<Database, 'db'>, docket = 'EXAMPLE-2026-0001') {
  const [process, request] = [newId<'process'>(1), newId<'request'>(1)]
  const at = instant('2026-02-01T00:00:00Z')
  await db
    .insertInto('processes.process')
    .values({
      id: process,
      slug: docket.toLowerCase(),
      name: 'Updates for connected devices',
      scope: 'Consumer devices',
      outcome_character: 'best-practice',
      binding: 'voluntary',
      convenor: null,
      docket_prefix: 'EXAMPLE',
      zone: 'America/New_York',
      created_at: at,
      published_at: at,
    })
    .execute()
  await db
    .insertInto('requests.request')
    .values({
      id: request,
      process_id: process,
      docket,
      title: 'How long should devices get updates?',
      notice: 'We ask.',
      language: 'en',
      opens_at: instant('2026-03-01T14:00:00Z'),
      created_at: at,
      published_at: at,
      leaf_id: newId<'leaf'>(1),
    })
    .execute()
  const deadline = {
    at: instant('2026-03-27T21:00:00Z'),
    zone: 'America/New_York',
    reason: '',
    set_at: at,
    leaf_id: null,
  }
  await db
    .insertInto('requests.deadline')
    .values({ request_id: request, position: 0, ...deadline })
    .execute()
  const questions = ['For how long should updates be promised?', 'How should people be told?'].map(
    (text, i) => ({
      id: newId<'question'>(1),
      request_id: request,
      number: i + 1,
      text,
      hint: i === 0 ? 'In years from the last sale.' : '',
      priority: i === 0,
    }),
  )
  await db.insertInto('requests.question').values(questions).execute()
  return { process, request, docket, questions }
}

/** The pages and the API of intake on a real database, without the rest of the house. */
interface Opening {
  assets?: Assets
  /** Opens it on a database that nobody can reach. */
  away?: boolean
}

export async function openIntakeApp({
  assets = { stylesheet: '', islands: {} },
  away = false,
}: Opening = {}) {
  const database = await testDatabase<IntakeDatabase>()
  const clock = settableClock()
  const lines: string[] = []
  const app = buildServer({
    origin,
    cookieSecret: Buffer.alloc(32),
    logger: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
    trustProxy: false,
    renderPage: async (request, page) => renderToString(dressed(page, request.url, assets)),
    errorPage: (kind, kept) => (
      <p>
        {kind} {kept.map(([, text]) => text).join(' ')}
      </p>
    ),
  })
  installGate(app, { policy: intakePolicy, viewerOf: async () => guest })
  const files = await openFileStore(mkdtempSync(join(tmpdir(), 'parley-intake-')))
  const log = signingKey('localhost/log', generateKeyPairSync('ed25519').privateKey)
  const nowhere = { host: '/nowhere', user: 'nobody', database: 'none' }
  const db = away ? connect<IntakeDatabase>(nowhere).db : database.db
  app.register(intakeRoutes, { db, clock, origin, files, log })
  const close = async () => {
    await app.close()
    await database.close()
  }
  return { app, database, db: database.db, clock, log, lines, close }
}

function dressed(page: VNode, path: string, assets: Assets) {
  return <ChromeProvider value={{ locale: 'en', installation: 'Forum', path, assets }}>{page}</ChromeProvider>
}
