import { spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { inRoot } from './place.mjs'

const wanted = 24
const majorOf = (/** @type {string} */ version) => Number(version.replace('v', '').split('.')[0])

// Most of what a comment needs in memory is gone once it is taken: a larger young generation never copies it, and
// a comment then costs a third less (bench/README.md).
export const nodeOptions = ['--enable-source-maps', '--max-semi-space-size=32']

/** @param {string} program */
function runs(program) {
  const tried = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return tried.status === 0 && majorOf(tried.stdout) >= wanted
}

/** The Node that the app runs on: the pinned one where it exists for this machine, else a new enough one of the system. */
export function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = inRoot('node_modules', `node-${system}-${process.arch}`, 'bin', file)
  if (runs(pinned)) return pinned
  if (majorOf(process.version) >= wanted) return process.execPath
  throw new Error(
    `Parley runs on Node ${wanted}, and brings none for ${process.platform} on ${process.arch}. ` +
      `Install Node ${wanted} from https://nodejs.org and run the same command again.`,
  )
}

/**
 * The environment in which every further process finds this Node and the project's own programs first.
 * @param {string} node
 */
export function environmentFor(node) {
  const path = [inRoot('node_modules', '.bin'), dirname(node), process.env['PATH'] ?? ''].join(delimiter)
  return { ...process.env, PATH: path, NODE: node, npm_node_execpath: node }
}
