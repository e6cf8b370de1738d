import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string[]} names */
export const inRoot = (...names) => join(root, ...names)

/**
 * Every file below a folder or the file itself, in one order on every machine.
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return []
  try {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    return entries.flatMap((entry) => filesBelow(join(path, entry.name)))
  } catch {
    return [path]
  }
}

/**
 * One hash over names and contents: different when anything in these places is different.
 * @param {string[]} names
 */
export function hashOf(names) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of names.flatMap((name) => filesBelow(inRoot(name)))) {
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * Does the work unless its stamp says that it was done for this hash; the stamp is written after success only.
 * @param {string} stamp
 * @param {string} hash
 * @param {() => Promise<void>} work
 */
export async function unlessStamped(stamp, hash, work) {
  if (isStamped(stamp, hash)) return
  rmSync(stamp, { force: true })
  await work()
  writeFileSync(stamp, hash)
}

/**
 * @param {string} stamp
 * @param {string} hash
 */
export function isStamped(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}
