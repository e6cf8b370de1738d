import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Started by npm, this process is alone once npm is gone: a signal to npm ends npm, not us.
 * @param {() => void} end
 */
function watchParent(end) {
  const parent = process.ppid
  const timer = setInterval(() => process.ppid !== parent && end(), 500)
  timer.unref()
  return process.env['npm_lifecycle_event'] ? timer : clearInterval(timer)
}

/**
 * Runs a program until it ends and gives its exit code. What asks us to end is passed on to it; it also ends
 * when we are killed, since its channel to us closes.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
export function runToEnd(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options })
  let ending = false
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    if (!ending) child.kill(signal)
    ending = true
  }
  const end = () => forward('SIGTERM')
  for (const signal of signals) process.on(signal, forward)
  if (process.channel) process.on('disconnect', end)
  const watch = watchParent(end)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward)
    process.off('disconnect', end)
    clearInterval(watch ?? undefined)
  })
}
