import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { loadExample } from '../../demo/load-example.ts'
import type { AppTables } from '../app.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { foundInstallation, operator } from '../participants/index.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { connect } from '../platform/db/index.ts'
import { openFileStore } from '../platform/files/index.ts'
import { systemClock } from '../platform/time.ts'
import { openLog, startSequencer } from '../record/index.ts'

const log = () => {}

/** Empty databases and folders, cleared away at the end. */
export class Rooms {
  readonly #folders: string[] = []
  readonly #databases: string[] = []

  folder(): string {
    const folder = mkdtempSync('/tmp/parley-backup-')
    chmodSync(folder, 0o755)
    this.#folders.push(folder)
    return folder
  }

  async #admin(statement: string): Promise<void> {
    const admin = connect<unknown>(inject('cluster'), { max: 1 })
    await admin.pool.query(statement)
    await admin.close()
  }

  /** Settings with a data folder that is not there yet, and an empty database. */
  async config(): Promise<Config> {
    const { host, user } = inject('cluster')
    const name = `backup_${randomUUID().replaceAll('-', '')}`
    await this.#admin(`create database ${name}`)
    this.#databases.push(name)
    const DATABASE_URL = `postgresql:///${name}?host=${host}&user=${user}`
    const config = readConfig({ DATABASE_URL, PARLEY_DATA: join(this.folder(), 'data') })
    if ('problems' in config) throw new Error(config.problems.join())
    return config
  }

  async clear(): Promise<void> {
    for (const name of this.#databases) await this.#admin(`drop database ${name} with (force)`)
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true })
  }
}

export const openAt = (config: Config): Promise<Installation<AppTables>> =>
  openInstallation<AppTables>(config, { log, mayLoseComments: true })

/** Gives every waiting leaf its place; answers what the sequencer had to say. */
export async function sequenceAll({ db, pool, config, keys }: Installation<AppTables>): Promise<string[]> {
  const said: string[] = []
  const key = await openLog(db, config.url, keys.logKey)
  const tell = (line: string) => said.push(line)
  const loop = startSequencer({ db, key, clock: systemClock, folder: config.keysFolder, log: tell })
  for (let tries = 0; tries < 100 && said.length === 0; tries += 1) {
    const { rows } = await pool.query('select 1 from record.leaf where index is null limit 1')
    const { rows: begun } = await pool.query('select 1 from record.checkpoint limit 1')
    if (rows.length === 0 && begun.length > 0) break
    await sleep(50)
  }
  await loop.stop()
  return said
}

/** A founded installation with the worked example: comments, decisions, and papers as files. */
export async function fillExample(installation: Installation<AppTables>): Promise<void> {
  const { db, config } = installation
  const files = await openFileStore(join(config.dataFolder, 'files'))
  const services = { db, clock: systemClock, origin: config.url, files }
  const founding = {
    installation: 'Forum',
    convenor: 'Office',
    group: 'government',
    name: 'Ada Founder',
    email: 'ada@example.org',
  }
  await foundInstallation(services, founding, 'Firefox, Linux')
  await loadExample(services, operator)
  await sequenceAll(installation)
}
