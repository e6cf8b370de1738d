import { type Kysely, sql } from 'kysely'
import { sequence } from '../../src/record/log/sequence.ts'
import { listCheckpoints } from '../../src/record/log/store.ts'
import type { LogTables } from '../../src/record/log/tables.ts'
import { newPrivateKey, signingKey } from '../../src/record/proof/note.ts'
import { keptInMemory, SampleDocket, testClock } from '../../src/record/testing.ts'
import { pick, type Random, upTo } from './random.ts'

export const key = signingKey('parley.example/log', newPrivateKey())

export interface SampleLog {
  docket: SampleDocket
  size: number
  /** What an outsider kept: the last checkpoint. */
  held: string
}

const words = [
  'Publish the support period.',
  'Say who answers.',
  'Label it on the box.',
  'Ask consumers first.',
]
const fates = ['post', 'post', 'post', 'withhold', 'erase'] as const

/** A log as a docket makes it: comments come in batches; each is posted, withheld with a reason, or erased. */
export async function makeSampleLog(db: Kysely<LogTables>, random: Random, most: number): Promise<SampleLog> {
  await empty(db)
  const docket = new SampleDocket()
  const clock = testClock()
  const sequencing = { db, key, clock, kept: keptInMemory() }
  await sequence(sequencing)
  const batches = 2 + upTo(random, 4)
  for (let batch = 0; batch < batches; batch += 1) {
    clock.set(new Date(Date.UTC(2026, 2, 1, 12, batch)).toISOString())
    await receiveSome(db, docket, random, 1 + upTo(random, most), clock.now())
    while ((await sequence(sequencing)) !== 0);
  }
  const [head] = await listCheckpoints(db, 1)
  return { docket, size: head?.size ?? 0, held: head?.note ?? '' }
}

async function empty(db: Kysely<LogTables>) {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`truncate record.leaf, record.salt, record.tile, record.checkpoint, record.cosignature`.execute(
      tx,
    )
  })
}

async function receiveSome(
  db: Kysely<LogTables>,
  docket: SampleDocket,
  random: Random,
  count: number,
  at: Date,
) {
  const text = () => Array.from({ length: 1 + upTo(random, 3) }, () => pick(random, words)).join('\n\n')
  await db.transaction().execute(async (tx) => {
    const made = await docket.receive(tx, at, Array.from({ length: count }, text))
    for (const one of made) await docket[pick(random, fates)](tx, one, at)
  })
}
