import { type Kysely, sql } from 'kysely'
import { exportSettled } from '../../src/record/log/export-log.ts'
import { listWaiting } from '../../src/record/log/store.ts'
import type { LogTables } from '../../src/record/log/tables.ts'
import { Audit, readKey } from '../../verify.mjs'
import { type Edit, edits } from './edits.ts'
import { pick, type Random, seeded } from './random.ts'
import { key, makeSampleLog, type SampleLog } from './sample-log.ts'

export interface Drilled {
  logs: number
  edits: number
  /** Clean logs that raised an alarm, and edits that raised none: both must be empty. */
  alarms: string[]
  missed: string[]
  byEdit: Map<string, number>
}

interface Options {
  logs: number
  editsEach: number
  seed: number
}

/** Makes small logs and edits each many times as a superuser would; every edit is taken back before the next. */
export async function drill(db: Kysely<LogTables>, { logs, editsEach, seed }: Options): Promise<Drilled> {
  const done: Drilled = { logs: 0, edits: 0, alarms: [], missed: [], byEdit: new Map() }
  for (; done.logs < logs; done.logs += 1) {
    const random = seeded(seed + done.logs)
    const log = await makeSampleLog(db, random, done.logs % 50 === 49 ? 300 : 5)
    const clean = await db.transaction().execute((tx) => audit(tx, log))
    done.alarms.push(...clean.map((problem) => `log ${done.logs}: ${problem}`))
    for (let made = 0; made < editsEach; ) made += await drillOne(db, random, log, done)
  }
  return done
}

async function drillOne(
  db: Kysely<LogTables>,
  random: Random,
  log: SampleLog,
  done: Drilled,
): Promise<number> {
  const name = pick(random, Object.keys(edits))
  const problems = await edited(db, edits[name] ?? (async () => 0), random, log)
  if (!problems) return 0
  done.edits += 1
  done.byEdit.set(name, (done.byEdit.get(name) ?? 0) + 1)
  if (problems.length === 0) done.missed.push(`log ${done.logs}: ${name}`)
  return 1
}

async function edited(db: Kysely<LogTables>, edit: Edit, random: Random, log: SampleLog) {
  const tx = await db.startTransaction().execute()
  try {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`alter table record.leaf drop constraint leaf_index_check`.execute(tx)
    return (await edit(tx, random, log)) > 0 ? await audit(tx, log) : undefined
  } finally {
    await tx.rollback().execute()
  }
}

/** What the outsider finds, who holds the last checkpoint and the key. */
async function audit(tx: Parameters<Edit>[0], { docket, held }: SampleLog): Promise<string[]> {
  const auditor = new Audit({ key: readKey(key.verifier), held: [held] })
  if ((await listWaiting(tx, 1)).length > 0) return ['There is no export.']
  await exportSettled(tx, key, docket, (line) => auditor.take(line))
  return auditor.finish().problems
}
