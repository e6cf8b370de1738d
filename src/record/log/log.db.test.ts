import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/db/testing.ts'
import { newPrivateKey, signingKey } from '../proof/note.ts'
import { keptInMemory, SampleDocket, testClock } from '../testing.ts'
import { exportLog } from './export-log.ts'
import { keptCheckpoint } from './kept-checkpoint.ts'
import { latestCheckpoint } from './latest-checkpoint.ts'
import { openLog } from './open-log.ts'
import { receiptFor } from './receipt-for.ts'
import { type Sequencing, sequence } from './sequence.ts'
import { startSequencer } from './sequencer.ts'
import { countLogged } from './store.ts'
import type { LogTables } from './tables.ts'

const { db, close } = await testDatabase<LogTables>()
const folder = mkdtempSync(join(tmpdir(), 'parley-log-'))
const checker = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
const privateKey = newPrivateKey()
const key = signingKey('parley.example/log', privateKey)
const clock = testClock()
let docket = new SampleDocket()
let sequencing: Sequencing = { db, key, clock, kept: keptInMemory() }

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await close()
})

beforeEach(async () => {
  await sql`set session_replication_role = replica; truncate record.leaf, record.salt, record.tile, record.checkpoint, record.cosignature; set session_replication_role = origin`.execute(
    db,
  )
  docket = new SampleDocket()
  clock.set('2026-03-01T12:00:00.000Z')
  sequencing = { db, key, clock, kept: keptInMemory() }
  await sequence(sequencing)
})

const receive = (...texts: string[]) =>
  db.transaction().execute((tx) => docket.receive(tx, clock.now(), texts))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const verify = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [checker, ...words], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}
const auditText = async () => {
  const lines: string[] = []
  await exportLog(db, key, docket, (line) => void lines.push(line))
  return `${lines.join('\n')}\n`
}
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => `Comment ${i}\n\nwith a second paragraph`)

describe('the sequencer', () => {
  test('gives leaves places without a gap, and signs each batch', async () => {
    await receive(...many(700))
    expect(await sequence(sequencing)).toBe(500)
    expect(await sequence(sequencing)).toBe(200)
    expect(await sequence(sequencing)).toBe(0)
    expect(await countLogged(db)).toBe(700)
    expect(await latestCheckpoint(db)).toMatchObject({ size: 700, witnessed: 0 })
    expect(
      verify('audit', file('log.ndjson', await auditText()), '--key', key.verifier, '--open'),
    ).toMatchObject({ status: 0 })
  })

  test('never lets the log’s time go back, whatever the clock does', async () => {
    await receive('One')
    clock.set('2026-03-01T13:00:00.000Z')
    await sequence(sequencing)
    clock.set('2026-03-01T11:00:00.000Z')
    await receive('Two')
    await sequence(sequencing)
    const rows = await db.selectFrom('record.leaf').select('logged').orderBy('index').execute()
    expect(rows.map(({ logged }) => logged?.toISOString())).toEqual([
      '2026-03-01T13:00:00.000Z',
      '2026-03-01T13:00:00.001Z',
    ])
  })

  test('goes on as if nothing had been when it dies before its commit, between commit and file, or after', async () => {
    await receive(...many(3))
    const dying = {
      ...sequencing,
      clock: {
        now: () => {
          throw new Error('killed')
        },
      },
    }
    await expect(sequence(dying)).rejects.toThrow('killed')
    const afterCommit = {
      ...sequencing,
      kept: {
        ...sequencing.kept,
        write: () => {
          throw new Error('killed')
        },
      },
    }
    await expect(sequence(afterCommit)).rejects.toThrow('killed')
    expect(await countLogged(db)).toBe(3)
    await receive(...many(2))
    expect(await sequence(sequencing)).toBe(2)
    expect(
      verify('audit', file('log.ndjson', await auditText()), '--key', key.verifier, '--open'),
    ).toMatchObject({ status: 0 })
  })

  test('of two at once one works and none doubles', async () => {
    await receive(...many(1200))
    const second = { ...sequencing, kept: keptInMemory() }
    for (let left = 1200; left > 0; ) {
      const counts = await Promise.all([sequence(sequencing), sequence(second), sequence(second)])
      for (const count of counts) if (count !== 'elsewhere') left -= count
    }
    expect(await countLogged(db)).toBe(1200)
    expect(
      verify('audit', file('log.ndjson', await auditText()), '--key', key.verifier, '--open'),
    ).toMatchObject({ status: 0 })
  })

  test.each([
    [
      'set back to an older backup',
      `delete from record.leaf where index >= 3; delete from record.checkpoint where size > 3; delete from record.tile; insert into record.tile select 0, 0, substring(hashes for 96) from kept_tile`,
      /had 5 leaves and has 3/,
    ],
    [
      'emptied',
      `truncate record.leaf, record.salt, record.tile, record.checkpoint, record.cosignature`,
      /had 5 leaves and has 0/,
    ],
    ['cut short', `delete from record.leaf where index = 4`, /counts 5 leaves; there are 4/],
    [
      'given other tiles',
      `update record.tile set hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0))`,
      /not the one that was signed/,
    ],
    [
      'given a forged checkpoint',
      `update record.checkpoint set note = replace(note, '— parley', '— other')`,
      /not signed by/,
    ],
    ['robbed of its checkpoints', `delete from record.checkpoint`, /no checkpoint/],
  ])('refuses to sign a log that was %s', async (_, statements, complaint) => {
    await receive(...many(3))
    await sequence(sequencing)
    await receive(...many(2))
    await sequence(sequencing)
    await receive('Waiting')
    await sql
      .raw(
        `set session_replication_role = replica; drop table if exists kept_tile; create table kept_tile as select * from record.tile; ${statements}; drop table kept_tile; set session_replication_role = origin`,
      )
      .execute(db)
    await expect(sequence(sequencing)).rejects.toThrow(complaint)
  })

  test('runs as a loop: leaves get their place within a second, and a database that goes away is waited for', async () => {
    const said: string[] = []
    const sequencer = startSequencer({
      db,
      key,
      clock,
      folder: join(folder, 'kept'),
      log: (line) => said.push(line),
    })
    await receive(...many(5))
    await expect.poll(() => countLogged(db), { timeout: 1000 }).toBe(5)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      db,
    )
    await receive(...many(2))
    await expect.poll(() => countLogged(db), { timeout: 5000 }).toBe(7)
    await sequencer.stop()
    expect(keptCheckpoint(join(folder, 'kept')).read()).toBe((await latestCheckpoint(db))?.note)
    expect(said.join()).not.toContain('SIGNED')
  })

  test('keeps the name of the log when the installation moves to another address', async () => {
    expect((await openLog(db, 'https://elsewhere.example', privateKey)).name).toBe('parley.example/log')
  })

  test('a key that did not sign the log so far is refused before it signs anything', async () => {
    await expect(openLog(db, 'https://parley.example', newPrivateKey())).rejects.toThrow('another key')
  })
})

describe('a receipt', () => {
  test('carries the promise at once and the proof once logged; both verify offline', async () => {
    const [made] = await receive('First paragraph.\n\nSecond: «ñ» 漢字\nand a second line.  ')
    if (!made) throw new Error('nothing received')
    const give = { parts: made.parts, zone: 'Europe/Berlin' }
    const promised = await receiptFor(db, key, made.leaf.id, give)
    expect(promised?.complete).toBe(false)
    expect(verify('receipt', file('promise.txt', promised?.text ?? ''), '--key', key.verifier)).toMatchObject(
      { status: 0 },
    )
    await sequence(sequencing)
    const complete = await receiptFor(db, key, made.leaf.id, give)
    expect(complete?.complete).toBe(true)
    const result = verify('receipt', file('receipt.txt', complete?.text ?? ''), '--key', key.verifier)
    expect(result).toMatchObject({ status: 0 })
    expect(result.said).toContain('All 3 parts quoted are word for word what was received.')
  })

  test('loses an erased part, and the audit names no fault', async () => {
    const [made, other] = await receive('To be erased', 'To stay')
    if (!made || !other) throw new Error('nothing received')
    await db.transaction().execute(async (tx) => {
      await docket.erase(tx, made, clock.now())
      await docket.post(tx, other, clock.now())
    })
    await sequence(sequencing)
    const erased = await receiptFor(db, key, made.leaf.id, { parts: made.parts, zone: 'UTC' })
    expect(erased?.text).not.toContain('To be erased')
    const text = await auditText()
    expect(text).not.toContain('To be erased')
    expect(text).toContain('To stay')
    expect(verify('audit', file('log.ndjson', text), '--key', key.verifier)).toMatchObject({ status: 0 })
  })
})

describe('the audit', () => {
  test('names a comment that is left over, and one that was withheld is not', async () => {
    const [left, withheld] = await receive('Left', 'Withheld')
    if (!left || !withheld) throw new Error('nothing received')
    await db.transaction().execute((tx) => docket.withhold(tx, withheld, clock.now()))
    await sequence(sequencing)
    const { status, said } = verify('audit', file('log.ndjson', await auditText()), '--key', key.verifier)
    expect(status).toBe(1)
    expect(said).toContain(`Left over: ${left.leaf.number} is neither posted`)
    expect(said).not.toContain(withheld.leaf.number)
  })

  test('holds receipts and kept checkpoints against the export', async () => {
    const [made] = await receive('One')
    await sequence(sequencing)
    const held = file('held.txt', (await latestCheckpoint(db))?.note ?? '')
    const receipt = await receiptFor(db, key, made?.leaf.id ?? ('' as never), {
      parts: made?.parts ?? [],
      zone: 'UTC',
    })
    await receive('Two')
    await sequence(sequencing)
    const path = file('log.ndjson', await auditText())
    const given = [
      '--key',
      key.verifier,
      '--open',
      '--checkpoint',
      held,
      '--receipt',
      file('receipt.txt', receipt?.text ?? ''),
    ]
    expect(verify('audit', path, ...given)).toMatchObject({ status: 0 })
    const newer = file('newer.txt', (await latestCheckpoint(db))?.note ?? '')
    expect(verify('consistency', held, newer, path, '--key', key.verifier)).toMatchObject({ status: 0 })
    expect(verify('consistency', newer, held, path, '--key', key.verifier)).toMatchObject({ status: 1 })
  })
})

test('the checker says how it is used, and ends with 2 where nothing could be checked', () => {
  expect(verify()).toMatchObject({ status: 2 })
  expect(verify('receipt', join(folder, 'none.txt'))).toMatchObject({ status: 2 })
  expect(verify('receipt', file('other.txt', 'Hello'))).toMatchObject({ status: 2 })
  expect(verify('audit', file('other.txt', 'Hello'))).toMatchObject({ status: 2 })
})
