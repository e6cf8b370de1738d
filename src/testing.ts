import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppServices, type AppTables, buildApp } from './app.ts'
import {
  findPersonByEmail,
  foundInstallation,
  giveRole,
  type HeldRole,
  makeSignInLink,
  operator,
  type PersonId,
  signIn,
} from './participants/index.ts'
import { type TestDatabase, testDatabase } from './platform/db/testing.ts'
import { openFileStore } from './platform/files/index.ts'
import type { Instant } from './platform/time.ts'
import { signingKey } from './record/index.ts'
import { filesPointedAt } from './tidy.ts'

type App = ReturnType<typeof buildApp>
type Answer = Awaited<ReturnType<App['inject']>>

export interface SignedInPerson {
  person: PersonId
  cookie: string
}

export interface TestApp {
  app: App
  services: AppServices
  database: TestDatabase<AppTables>
  /** Sets the clock of the whole house. */
  setTime(now: Instant): void
  get(url: string, cookie?: string): Promise<Answer>
  post(url: string, form: Readonly<Record<string, string>>, cookie?: string): Promise<Answer>
  /** A new person who holds these roles, with the cookie of a session. */
  signInAs(...held: readonly HeldRole[]): Promise<SignedInPerson>
  close(): Promise<void>
}

const founding = {
  installation: 'Forum on Connected Devices',
  convenor: 'Office of Connected Things',
  group: 'government',
  name: 'Ada Founder',
  email: 'ada@example.org',
}

export const firstCode = 'the-first-start-code'

async function testServices(database: TestDatabase<AppTables>, now: () => Instant): Promise<AppServices> {
  const ledgers = await mkdtemp(join(tmpdir(), 'parley-ledger-'))
  return {
    files: await openFileStore(await mkdtemp(join(tmpdir(), 'parley-files-'))),
    pointedAt: filesPointedAt(database.db),
    ledger: join(ledgers, 'erasures.jsonl'),
    ledgerCopy: join(ledgers, 'copy.jsonl'),
    log: signingKey('localhost:3000/log', generateKeyPairSync('ed25519').privateKey),
    db: database.db,
    clock: { now },
    origin: 'http://localhost:3000',
    witnesses: [],
    programs: process.cwd(),
    cookieSecret: Buffer.alloc(32, 7),
    logger: false,
    trustProxy: false,
    mailbox: true,
    contact: undefined,
    firstStartCode: firstCode,
    assets: { stylesheet: '/assets/parley.css', islands: {} },
    assetsFolder: tmpdir(),
    latestCheckpoint: async () => undefined,
  }
}

async function signInAs(services: AppServices, held: readonly HeldRole[]): Promise<SignedInPerson> {
  const email = `${crypto.randomUUID()}@example.org`
  const secret = (await makeSignInLink(services, email)).split('/').at(-1) ?? ''
  const answer = await signIn(services, secret, { name: 'Test Person', browser: 'Firefox, Linux' })
  const person = await findPersonByEmail(services.db, email)
  if (!('session' in answer) || !person) throw new Error('The link did not sign in.')
  for (const role of held) await giveRole(services, operator, person.id, role)
  return { person: person.id, cookie: `parley=${answer.session}` }
}

/** The whole house on a database of its own, with its clock in the test's hand. */
export async function testApp({
  founded = true,
  ...changed
}: Partial<AppServices> & { founded?: boolean } = {}): Promise<TestApp> {
  const database = await testDatabase<AppTables>()
  let now = new Date('2026-03-01T12:00:00Z')
  const services = { ...(await testServices(database, () => now)), ...changed }
  if (founded) await foundInstallation(services, founding, 'Firefox, Linux')
  const app = buildApp(services)
  await app.ready()
  const headers = (cookie: string | undefined) => ({ accept: 'text/html', ...(cookie && { cookie }) })
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    app,
    services,
    database,
    setTime: (at: Instant) => {
      now = at
    },
    get: (url, cookie) => app.inject({ url, headers: headers(cookie) }),
    post: (url, form, cookie) =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...headers(cookie), ...type },
        payload: new URLSearchParams(form).toString(),
      }),
    signInAs: (...held) => signInAs(services, held),
    async close() {
      await app.close()
      await database.close()
    },
  }
}
