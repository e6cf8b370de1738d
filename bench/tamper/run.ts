import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startCluster } from '../../src/platform/db/cluster/index.ts'
import { connect, migrate } from '../../src/platform/db/index.ts'
import type { LogTables } from '../../src/record/log/tables.ts'
import { drill } from './drill.ts'

// node --import tsx bench/tamper/run.ts [logs] [edits of each] [seed]
const [logs = 1000, editsEach = 10, seed = 1] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join('/tmp', 'parley-tamper-'))
const cluster = await startCluster({ folder, durable: false, log: () => {} })
const { db, close } = connect<LogTables>(cluster.connection)
try {
  await migrate(db, fileURLToPath(new URL('../../migrations', import.meta.url)))
  const { missed, alarms, byEdit, ...counted } = await drill(db, { logs, editsEach, seed })
  for (const [name, count] of [...byEdit].sort()) console.log(`${String(count).padStart(6)}  ${name}`)
  console.log(`${counted.edits - missed.length} of ${counted.edits} edits were found by verify.mjs`)
  console.log(`${alarms.length} of ${counted.logs} clean logs raised an alarm`)
  for (const line of [...missed, ...alarms].slice(0, 30)) console.log(`  NO  ${line}`)
  process.exitCode = missed.length + alarms.length > 0 ? 1 : 0
} finally {
  await close()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
