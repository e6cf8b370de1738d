import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { operator } from '../../../participants/index.ts'
import { after as later } from '../../../platform/time.ts'
import { findRequest, publishBareRequest, type RequestForComment } from '../../../requests/index.ts'
import { bringFile } from '../bring-file.ts'
import { noCounts, type Row } from '../model.ts'
import { OWN } from '../own-export.ts'
import type { ImportId } from '../tables.ts'
import { openImporting } from '../testing.ts'
import { importNext } from './keep-importing.ts'
import { MOST_ATTEMPTS, usualHandling } from './model.ts'
import { runImport } from './run-import.ts'
import { claimNext, findImport, listProblems, moveImport, releaseImport } from './store.ts'

const house = await openImporting()
const { db, files } = house
const clock = { now: () => now }
let now = house.services.clock.now()
const services = { ...house.services, clock }
afterAll(house.close)

let request: RequestForComment
let made = 0
beforeEach(async () => {
  made += 1
  const docket = `BAD-2026-${made}`
  const dates = { opensAt: now, deadline: { at: later(now, 86_400_000), zone: 'UTC' } }
  await publishBareRequest(db, operator, { docket, title: 'Asked', process: undefined, ...dates }, now)
  const found = await findRequest(db, docket)
  if (!found) throw new Error('The request is not there.')
  request = found
})

async function confirmed(name: string, bytes: string | Uint8Array): Promise<ImportId> {
  const sent = { name, bytes: Readable.from([Buffer.from(bytes)]), isCut: () => false }
  const done = await bringFile(services, request, sent, undefined)
  if ('refused' in done) throw new Error(done.refused)
  await db.transaction().execute((tx) => moveImport(tx, done.brought, ['proposed'], { state: 'waiting' }))
  return done.brought
}
const always = () => true
/** The house with another way to look for a file, or to say where it lies. */
const housed = ({ has, pathOf }: Partial<Pick<typeof files, 'has' | 'pathOf'>>) => ({
  ...services,
  files: {
    ...{ put: files.put.bind(files), putOwn: files.putOwn.bind(files), read: files.read.bind(files) },
    ...{ remove: files.remove.bind(files), sweep: files.sweep.bind(files) },
    has: has ?? files.has.bind(files),
    pathOf: pathOf ?? files.pathOf.bind(files),
  },
})
const failing = () => housed({ pathOf: () => `${house.folder}/not-there` })

describe('a row that cannot be read', () => {
  test.each([
    ['in a mapped cell', 'id,text\n1,a\0b\n2\0,No.\n3,Yes.\n'],
    [
      'in the name of a column',
      'id,te\0xt\n1,Devices should last for ten years.\n2,They should not last that long.\n',
    ],
    ['where only our own export has one', 'id,text,\0answers,\0state\n1,Yes.,nonsense,\n2,No.,[1],\n'],
  ])('with a zero byte %s holds up no other, and is not tried for ever', async (_, bytes) => {
    const id = await confirmed('zero.csv', bytes)
    expect(await importNext(services, always)).toBe(true)
    const done = await findImport(db, id)
    expect(done).toMatchObject({ state: 'done' })
    expect((done?.counts.imported ?? 0) + (done?.counts.failed ?? 0)).toBe(done?.counts.read)
    expect(done?.counts.imported).toBeGreaterThan(0)
  })

  test('is named with its number and its cells, and the others come', async () => {
    const id = await confirmed('odd.csv', 'text\nYes.\n')
    const claim = crypto.randomUUID()
    await claimNext(db, claim, now, later(now, 60_000))
    const cells = [
      new Map([
        ['text', 'Yes.'],
        ['note', 'a'],
        [OWN.answers, 'no JSON'],
      ]),
      new Map([['text', 'No.']]),
    ]
    async function* rows(): AsyncGenerator<Row> {
      for (const [at, one] of cells.entries()) yield { row: at + 1, cells: one, warnings: [] }
    }
    const opened = { rows, beside: undefined, part: () => 0, close: async () => {} }
    const { id: requestId, processId, docket } = request
    const counts = await runImport(services, {
      ...{ id, claim, opened, told: new Map(), handling: usualHandling, groups: new Set(['users']) },
      ...{ request: { id: requestId, processId, docket }, questions: new Map(), source: 'odd.csv' },
      ...{ before: noCounts(), goOn: always },
    })
    expect(counts).toMatchObject({ read: 2, imported: 1, failed: 1 })
    expect(await listProblems(db, id)).toMatchObject([
      { row: 1, outcome: 'failed', cells: { text: 'Yes.', note: 'a' }, said: { key: 'notUnderstood' } },
    ])
    await releaseImport(db, { id, claim })
    await importNext(services, always)
  })
})

describe('an import that fails again and again', () => {
  test('ends as stopped, with its reason, and is not begun once more', async () => {
    const id = await confirmed('some.csv', 'text\nYes.\n')
    const broken = failing()
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await importNext(broken, always).catch(() => {})
      now = later(now, 3_600_000)
    }
    expect(await findImport(db, id)).toMatchObject({ state: 'broken', trouble: 'failing' })
    expect(await importNext(services, always)).toBe(false)
  })

  test('because its worker dies each time ends so, too', async () => {
    const id = await confirmed('deadly.csv', 'text\nYes.\n')
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await claimNext(db, crypto.randomUUID(), now, later(now, 60_000))
      now = later(now, 61_000)
    }
    expect(await importNext(services, always)).toBe(true)
    expect(await findImport(db, id)).toMatchObject({ state: 'broken', trouble: 'failing' })
  })

  test('and then goes well is brought in to its end', async () => {
    const id = await confirmed('twice.csv', 'text\nYes.\n')
    await expect(importNext(failing(), always)).rejects.toThrow()
    now = later(now, 3_600_000)
    expect(await importNext(services, always)).toBe(true)
    expect(await findImport(db, id)).toMatchObject({ state: 'done', counts: { imported: 1 } })
  })
})

describe('whoever holds an import', () => {
  test('gives signs of life while its archive is being opened', async () => {
    const zip = zipSync({ 'table.csv': Buffer.from('text\nYes.\n') })
    const id = await confirmed('papers.zip', zip)
    const heldUntil = async () => (await findImport(db, id))?.claimedUntil?.getTime() ?? 0
    const slow = async (sha256: string) => {
      const before = await heldUntil()
      now = later(now, 45_000)
      await expect.poll(heldUntil, { timeout: 5000 }).toBeGreaterThan(before)
      return files.has(sha256)
    }
    await importNext(housed({ has: slow }), always, 20)
    expect(await findImport(db, id)).toMatchObject({ state: 'done' })
  })

  test('ends it as broken only while it is theirs', async () => {
    const id = await confirmed('lost.csv', 'text\nYes.\n')
    const other = crypto.randomUUID()
    const takenOver = async () => {
      now = later(now, 61_000)
      await claimNext(db, other, now, later(now, 60_000))
      return false
    }
    await importNext(housed({ has: takenOver }), always)
    expect(await findImport(db, id)).toMatchObject({ state: 'running', trouble: undefined })
  })
})
