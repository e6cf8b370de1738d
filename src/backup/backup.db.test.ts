import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppTables } from '../app.ts'
import type { Installation } from '../installation.ts'
import type { Config } from '../platform/config.ts'
import { keptCheckpoint, latestHead } from '../record/index.ts'
import { type MadeBackup, makeBackup, readLastBackup, restoreBackup } from './index.ts'
import { ownSchemas } from './migrations.ts'
import { listTables, tablesWithFiles } from './store.ts'
import { fillExample, openAt, Rooms, sequenceAll } from './testing.ts'

const rooms = new Rooms()
const tell = () => {}
let source: Installation<AppTables>
let made: MadeBackup

beforeAll(async () => {
  source = await openAt(await rooms.config())
  await fillExample(source)
  made = await makeBackup(source, { folder: rooms.folder(), keys: true, tell })
}, 60_000)
afterAll(async () => {
  await source.close()
  await rooms.clear()
})

const options = (file = made.file) => ({
  file,
  lastCheckpoint: undefined,
  tell,
  finish: async () => {},
  mayLoseComments: true,
})

/** All rows of all tables, as text. */
async function contents({ pool }: Installation<AppTables>): Promise<Record<string, string[]>> {
  const client = await pool.connect()
  const tables = await listTables(client, await ownSchemas())
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await client.query(`select t::text as row from ${name} t order by 1`)
    all[name] = rows.map(({ row }) => row)
  }
  client.release()
  return all
}

const lineAbout = (n: number) =>
  `{"at":"2026-03-01T12:00:00.000Z","kind":"comment","id":"0198c000-0000-7000-8000-00000000000${n}","reason":"asked-for"}`

/** As the house does it: the row and its line. */
async function eraseIn({ pool, config }: Installation<AppTables>, line: string): Promise<void> {
  const { kind, id, reason, at } = JSON.parse(line)
  await pool.query('insert into erasing.erasure values ($1, $2, $3, null, $4)', [kind, id, reason, at])
  writeFileSync(join(config.dataFolder, 'erasures.jsonl'), `${line}\n`)
}

async function restored(): Promise<Installation<AppTables>> {
  const config = await rooms.config()
  await restoreBackup(config, options())
  return openAt(config)
}

async function bytesChanged(change: (file: string) => Promise<void>): Promise<string> {
  const file = join(rooms.folder(), 'changed.tar')
  await copyFile(made.file, file)
  await change(file)
  return file
}

/** Nothing was made: neither a folder nor a schema. */
async function untouched(config: Config): Promise<boolean> {
  const { rows } = await source.pool.query('select 1')
  const folder = await stat(config.dataFolder).then(
    () => readdirSync(config.dataFolder),
    () => [],
  )
  return rows.length === 1 && folder.length === 0
}

describe('A backup', () => {
  test('is one private file that bears its name only when it is whole, and is noted down', () => {
    expect(statSync(made.file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(made.file, '..'))).toHaveLength(1)
    expect(made.manifest.files.count).toBeGreaterThan(0)
    expect(readLastBackup(source.config.dataFolder)?.file).toBe(made.file)
  })

  test('knows every table that names stored files', async () => {
    const client = await source.pool.connect()
    expect(await tablesWithFiles(client, await ownSchemas())).toEqual(
      expect.arrayContaining(['docket.attachment', 'docket.dataset', 'docket.draft_file', 'requests.paper']),
    )
    client.release()
  })

  test('into a folder that is not there is refused, and an older one is never overwritten', async () => {
    await expect(makeBackup(source, { folder: '/tmp/not-there', keys: true, tell })).rejects.toThrow(
      'There is no folder',
    )
  })

  test('does not miss the file of an import that is done', async () => {
    const import_ = (state: string, sha256: string) =>
      source.pool.query(
        `insert into docket.import (id, process_id, request_id, source, sha256, bytes, told, state, counts, part, brought_at)
         values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', $1, 1, '[]', $2, '{}', 1, now())`,
        [sha256, state],
      )
    await import_('done', 'd'.repeat(64))
    await import_('waiting', 'e'.repeat(64))
    const asked = { folder: rooms.folder(), keys: true, tell }
    expect((await makeBackup(source, asked)).manifest.files.missing).toEqual(['e'.repeat(64)])
    await source.pool.query(`delete from docket.import where source = 'x'`)
  })

  test('tells of a file that is lost, and refuses one that does not hold what it should', async () => {
    const { rows } = await source.pool.query('select sha256 from requests.paper where sha256 is not null')
    const address: string = rows[0].sha256
    const path = join(source.config.dataFolder, 'files', address.slice(0, 2), address.slice(2))
    const bytes = await readFile(path)
    await writeFile(path, 'other')
    const asked = { folder: rooms.folder(), keys: true, tell }
    await expect(makeBackup(source, asked)).rejects.toThrow('does not hold what it was stored with')
    await rm(path)
    expect((await makeBackup(source, asked)).manifest.files.missing).toEqual([address])
    await writeFile(path, bytes)
  })
})

describe('A restore', () => {
  test('gives every row, file and key back, and the log goes on where it stood', async () => {
    const target = await restored()
    expect(await contents(target)).toEqual(await contents(source))
    expect(target.keys.logKey.equals(source.keys.logKey)).toBe(true)
    expect(target.keys.cookieSecret).toEqual(source.keys.cookieSecret)
    const before = await latestHead(target.db)
    await target.pool.query(
      `insert into record.leaf (id, body) select gen_random_uuid(), body from record.leaf limit 1`,
    )
    expect(await sequenceAll(target)).toEqual([])
    const after = await latestHead(target.db)
    expect(after?.size).toBe((before?.size ?? 0) + 1)
    await target.close()
  }, 60_000)

  test('leaves triggers, indexes and constraints as the migrations made them', async () => {
    const target = await restored()
    const shape = `
      select pg_get_indexdef(indexrelid) as it from pg_index where indrelid::regclass::text !~ '^pg_'
      union select pg_get_constraintdef(oid) from pg_constraint
      union select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal order by 1`
    expect((await target.pool.query(shape)).rows).toEqual((await source.pool.query(shape)).rows)
    await expect(target.pool.query('delete from record.leaf')).rejects.toThrow('The record only grows')
    await target.close()
  }, 60_000)

  test('is refused where something stands already', async () => {
    const config = await rooms.config()
    await mkdir(config.dataFolder)
    writeFileSync(join(config.dataFolder, 'mine.txt'), 'mine')
    await expect(restoreBackup(config, options())).rejects.toThrow('not empty: it holds mine.txt')
    const { databaseUrl } = source.config
    const full = { ...(await rooms.config()), databaseUrl }
    await expect(restoreBackup(full, options())).rejects.toThrow('DATABASE_URL names is not empty')
  })

  test('refuses what is no backup', async () => {
    const config = await rooms.config()
    const file = join(rooms.folder(), 'no')
    writeFileSync(file, 'x'.repeat(5000))
    await expect(restoreBackup(config, options(file))).rejects.toThrow('not a backup')
    await expect(restoreBackup(config, options(`${file}.not`))).rejects.toThrow('cannot be read')
    await expect(restoreBackup(config, options('/tmp'))).rejects.toThrow('is no file')
    writeFileSync(file, '')
    await expect(restoreBackup(config, options(file))).rejects.toThrow('cut short')
    expect(await untouched(config)).toBe(true)
  })

  test('refuses one that was cut anywhere, and changes nothing', async () => {
    const config = await rooms.config()
    const { size } = await stat(made.file)
    for (let round = 0; round < 25; round += 1) {
      const length = Math.floor(Math.random() * size)
      const file = await bytesChanged((changed) => truncate(changed, length))
      await expect(restoreBackup(config, options(file)), `cut at ${length}`).rejects.toThrow(
        /cut short|damaged/,
      )
      await rm(file)
    }
    expect(await untouched(config)).toBe(true)
  }, 60_000)

  test('refuses one in which any bit was turned, and changes nothing', async () => {
    const config = await rooms.config()
    const { size } = await stat(made.file)
    for (let round = 0; round < 60; round += 1) {
      const [at, bit] = [Math.floor(Math.random() * size), Math.floor(Math.random() * 8)]
      const file = await bytesChanged(async (changed) => {
        const handle = await open(changed, 'r+')
        const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at)
        await handle.write(Buffer.of((buffer[0] ?? 0) ^ (1 << bit)), 0, 1, at)
        await handle.close()
      })
      await expect(restoreBackup(config, options(file)), `bit ${bit} of byte ${at}`).rejects.toThrow(
        /damaged|cut short|not a backup|form that this version/,
      )
      await rm(file)
    }
    expect(await untouched(config)).toBe(true)
  }, 120_000)

  test('that was interrupted is not taken for a whole one', async () => {
    const config = await rooms.config()
    const finish = () => Promise.reject(new Error('The machine stopped.'))
    await expect(restoreBackup(config, { ...options(), finish })).rejects.toThrow('The machine stopped.')
    await expect(openAt(config)).rejects.toThrow('was interrupted, so this is not a whole installation')
  }, 60_000)

  test('with a newer checkpoint known comes back whole, and signs nothing further', async () => {
    const file = join(rooms.folder(), 'newer.txt')
    const older = await makeBackup(source, { folder: rooms.folder(), keys: true, tell })
    await source.pool.query(
      'insert into record.leaf (id, body) select gen_random_uuid(), body from record.leaf limit 1',
    )
    await sequenceAll(source)
    writeFileSync(file, keptCheckpoint(source.config.keysFolder).read() ?? '')
    const config = await rooms.config()
    const done = await restoreBackup(config, { ...options(older.file), lastCheckpoint: file })
    expect(done.later).toBe(1)
    const target = await openAt(config)
    expect((await sequenceAll(target)).join()).toContain('NOT SIGNED ANY FURTHER')
    await target.close()
  }, 60_000)

  test('asks for the keys where the backup was made without them, and takes no other', async () => {
    const bare = await makeBackup(source, { folder: rooms.folder(), keys: false, tell })
    expect(readFileSync(bare.file).includes('PRIVATE KEY')).toBe(false)
    const config = await rooms.config()
    await expect(restoreBackup(config, options(bare.file))).rejects.toThrow('made without keys')
    const other = await openAt(await rooms.config())
    await other.close()
    const wrong = { ...(await rooms.config()), keysFolder: other.config.keysFolder }
    await expect(restoreBackup(wrong, options(bare.file))).rejects.toThrow('another key')
    await expect(restoreBackup(wrong, options())).rejects.toThrow('Another log key lies in')
    const right = { ...config, keysFolder: source.config.keysFolder }
    await restoreBackup(right, options(bare.file))
    await (await openAt(right)).close()
  }, 60_000)

  test('brings the ledger of erasures along, with the lines of a newer one', async () => {
    const [one, two] = [lineAbout(1), lineAbout(2)]
    await eraseIn(source, one)
    const { file } = await makeBackup(source, { folder: rooms.folder(), keys: true, tell })
    const newer = join(rooms.folder(), 'newer.jsonl')
    writeFileSync(newer, `${one}\n${two}\n`)
    await rm(join(source.config.dataFolder, 'erasures.jsonl'))
    const config = await rooms.config()
    const wrong = { ...options(file), erasures: file }
    await expect(restoreBackup(config, wrong)).rejects.toThrow('no ledger of erasures')
    const done = await restoreBackup(config, { ...options(file), erasures: newer })
    expect(done).toMatchObject({ erasures: 2, erased: 1, ledgers: [newer] })
    for (const path of [join(config.dataFolder, 'erasures.jsonl'), join(config.keysFolder, 'erasures.jsonl')])
      expect(readFileSync(path, 'utf8')).toBe(`${one}\n${two}\n`)
  }, 60_000)

  test('takes the ledger that lies beside the keys, and refuses one with a line that cannot be read', async () => {
    const config = await rooms.config()
    await mkdir(config.keysFolder, { recursive: true })
    const beside = join(config.keysFolder, 'erasures.jsonl')
    writeFileSync(beside, `${lineAbout(3)}\n{"at":"20\n`)
    await expect(restoreBackup(config, options())).rejects.toThrow('1 lines of the ledger')
    expect(readFileSync(beside, 'utf8')).toContain(lineAbout(3))
    const done = await restoreBackup(config, { ...options(), skipDamagedErasures: true })
    expect(done).toMatchObject({ erased: 1, ledgers: [beside] })
  }, 60_000)

  test('erases again before anything is done with it; a backup of what was not yet erased again is refused', async () => {
    const config = await rooms.config()
    expect(await restoreBackup(config, options())).toMatchObject({ erased: 0 })
    const target = await openAt(config)
    writeFileSync(join(config.dataFolder, 'erasures.jsonl'), `${lineAbout(4)}\n`)
    const asked = { folder: rooms.folder(), keys: true, tell }
    await expect(makeBackup(target, asked)).rejects.toThrow('names 1 that the database still holds')
    await target.close()
  }, 60_000)

  test('finds a log whose leaves are not those that were signed', async () => {
    const spoilt = await restored()
    await spoilt.pool.query('alter table record.leaf disable trigger user')
    await spoilt.pool.query(`update record.leaf set body = body || E'x' where index = 1`)
    const forged = await makeBackup(spoilt, { folder: rooms.folder(), keys: true, tell })
    await spoilt.close()
    const config = await rooms.config()
    await expect(restoreBackup(config, options(forged.file))).rejects.toThrow('not hold the hashes of its')
    expect(await untouched(config)).toBe(true)
  }, 60_000)
})
