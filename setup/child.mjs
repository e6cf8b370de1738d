import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * The process above us, and the one above it where ours is only the shell that npm puts in between.
 */
function ancestors() {
  const parent = process.ppid
  try {
    const [, name = '', rest = ''] =
      /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${parent}/stat`, 'latin1')) ?? []
    return ['sh', 'dash', 'bash'].includes(name) ? `${parent} ${rest.split(' ')[1]}` : `${parent}`
  } catch {
    return `${parent}`
  }
}

/**
 * Started by npm, this process is alone once npm is gone: a signal to npm ends npm, not us.
 * @param {() => void} end
 */
function watchParent(end) {
  if (!process.env['npm_lifecycle_event']) return undefined
  const first = ancestors()
  const timer = setInterval(() => ancestors() !== first && end(), 500)
  return timer.unref()
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
    clearInterval(watch)
  })
}
