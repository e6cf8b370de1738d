import { takeLock } from '../src/platform/lock.mjs'
import { runToEnd } from './child.mjs'
import { environmentFor, findNode } from './node.mjs'
import { hashOf, inRoot, isStamped, unlessStamped } from './place.mjs'

const installed = inRoot('node_modules', '.parley-installed')
const built = inRoot('dist', '.parley-built')
const sources = ['src', 'setup', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Waits until no other process sets this clone up, and keeps the others waiting meanwhile. */
async function lockSetup() {
  let told = false
  for (;;) {
    const lock = takeLock(inRoot('.setup-lock'))
    if ('release' in lock) return lock
    if (!told) console.error(`Process ${lock.heldBy} is setting this clone up: waiting for it.`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

async function install() {
  console.error('Installing what Parley needs (about half a minute, once) …')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env['npm_execpath']
  const options = { cwd: inRoot(), shell: process.platform === 'win32' && !npm }
  const code = npm
    ? await runToEnd(process.execPath, [npm, ...args], options)
    : await runToEnd('npm', args, options)
  if (code !== 0) {
    throw new Error(`npm could not install the packages (exit code ${code}); what it said stands above.`)
  }
}

/** @param {string} node */
async function build(node) {
  const code = await runToEnd(node, [inRoot('setup', 'build.mjs')], { env: environmentFor(node) })
  if (code !== 0) throw new Error('The build failed; what is wrong stands above.')
}

/**
 * Brings a clone to where it can run: packages, the pinned Node, and, when asked, a fresh build.
 * @param {{ needsBuild: boolean }} what
 */
export async function setUp({ needsBuild }) {
  const packages = hashOf(['package-lock.json'])
  const source = needsBuild ? hashOf(sources) : ''
  if (isStamped(installed, packages) && (!needsBuild || isStamped(built, source))) return findNode()
  const lock = await lockSetup()
  try {
    await unlessStamped(installed, packages, install)
    const node = findNode()
    if (needsBuild) await unlessStamped(built, source, () => build(node))
    return node
  } finally {
    lock.release()
  }
}
