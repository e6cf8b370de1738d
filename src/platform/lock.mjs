// Plain JavaScript, because the set-up takes locks too, under a Node that does not read TypeScript.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * The moment a process began, in the system's ticks: tells it from a later one that got the same number.
 * @param {number} pid
 */
function birthOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false
  }
  return birthOf(pid) !== 'dead'
}

/**
 * The living process that holds a lock file, if any.
 * @param {string} file
 */
export function lockHolder(file) {
  try {
    const [pid = '', birth = ''] = readFileSync(file, 'utf8').trim().split(' ')
    return isAlive(Number(pid)) && birthOf(Number(pid)) === birth ? Number(pid) : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Moves a dead process's lock away; one that came alive in between is put back.
 * @param {string} file
 */
function clearStale(file) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (lockHolder(aside)) linked(aside, file)
  rmSync(aside, { force: true })
}

/**
 * Takes the lock file for this process, or names the living process that has it.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function takeLock(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, `${process.pid} ${birthOf(process.pid)}\n`, { mode: 0o600 })
  try {
    for (;;) {
      if (linked(mine, file)) return { release: () => rmSync(file, { force: true }) }
      const heldBy = lockHolder(file)
      if (heldBy !== undefined) return { heldBy }
      clearStale(file)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}
