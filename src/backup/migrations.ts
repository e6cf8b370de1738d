import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationsFolder } from '../installation.ts'

/** The schemas that are ours: those that the migrations make, and the migrator's own. */
export async function ownSchemas(): Promise<string[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'))
  const texts = await Promise.all(names.map((name) => readFile(join(migrationsFolder, name), 'utf8')))
  const made = texts.flatMap((text) =>
    [...text.matchAll(/^create schema (\w+);/gm)].map(([, name = '']) => name),
  )
  return [...new Set(['platform', ...made])].toSorted()
}
