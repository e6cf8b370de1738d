import { mkdtempSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startCluster } from './cluster/index.ts'
import { connect } from './connect.ts'
import { serverFaults } from './server-faults.ts'

async function faultsOf(durable: boolean): Promise<string[]> {
  const folder = mkdtempSync('/tmp/parley-faults-')
  const cluster = await startCluster({ folder, durable, log: () => {} })
  const { db, close } = connect<unknown>(cluster.connection, { max: 1 })
  const faults = await serverFaults(db)
  await close()
  await cluster.stop()
  rmSync(folder, { recursive: true })
  return faults
}

test('A durable cluster may be trusted with comments', async () => {
  expect(await faultsOf(true)).toEqual([])
})

test('A database that would lose comments in a power cut is named for it', async () => {
  expect((await faultsOf(false)).join()).toContain('fsync=off')
})
