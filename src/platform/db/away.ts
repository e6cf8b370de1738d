const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])
// What `pg` says without a code, of a lost client and of asking it once more.
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Whether an error says that the database can't be reached now: connection errors, SQLSTATE class 08 and 57P0x. */
export function databaseIsAway(error: unknown): boolean {
  const code = codeOf(error)
  if (AWAY.has(code) && !(code === 'ENOENT' && !isSocket(error))) return true
  if (/^08|^57P0|^53300/.test(code)) return true
  return error instanceof Error && LOST.test(error.message)
}

/** Text that no column can hold: a NUL, or half a letter; somebody sent it, so the fault is not ours. */
export function isUnstorableText(error: unknown): boolean {
  return /^(22021|22P05)$/.test(codeOf(error))
}

function isSocket(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
}
