import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { joinInstallation, openInstallation } from './installation.ts'
import { type Config, readConfig } from './platform/config.ts'
import { FolderInUse } from './platform/db/cluster/index.ts'

let folder = ''
const lines: string[] = []
const log = (line: string) => {
  lines.push(line)
}

beforeEach(() => {
  folder = mkdtempSync('/tmp/parley-installation-')
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

function config(env: Record<string, string> = {}): Config {
  const read = readConfig({ PARLEY_DATA: `${folder}/my data`, ...env })
  if ('problems' in read) throw new Error(read.problems.join())
  return read
}

const throwAway = () => {
  const { host, user, database } = inject('cluster')
  return config({ DATABASE_URL: `postgresql:///${database}?host=${host}&user=${user}` })
}

describe('An installation', () => {
  test('starts a database of its own, migrates it, and keeps everything to itself', async () => {
    const installation = await openInstallation<unknown>(config(), { log })
    const { rows } = await installation.pool.query('select count(*) as applied from platform.migration')
    expect(rows[0].applied).toBeGreaterThan(0)
    expect(statSync(`${folder}/my data`).mode & 0o066).toBe(0)
    await installation.close()
  })

  test('does not start on a database that could lose comments, unless a test allows it', async () => {
    await expect(openInstallation(throwAway(), { log })).rejects.toThrow('fsync=off')
    const allowed = await openInstallation(throwAway(), { log, mayLoseComments: true })
    await allowed.close()
  })

  test('is served once only; commands join the one that is running and leave it so', async () => {
    const served = await openInstallation<unknown>(config(), { log })
    await expect(openInstallation(config(), { log })).rejects.toThrow(FolderInUse)
    const joined = await joinInstallation<unknown>(config(), { log })
    expect(joined.connection).toEqual(served.connection)
    expect(joined.keys.logKey.equals(served.keys.logKey)).toBe(true)
    await joined.close()
    expect((await served.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await served.close()
  })

  test('is opened by two commands at once, though none is being served', async () => {
    const both = await Promise.all([
      joinInstallation<unknown>(config(), { log }),
      joinInstallation<unknown>(config(), { log }),
    ])
    for (const { pool } of both) expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await both[1].close()
    await both[0].close()
  })
})
