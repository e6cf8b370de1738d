#!/usr/bin/env node
// The one way in: it needs nothing but Node 20, sets up what is missing, and hands over to the pinned Node.
import { resolve } from 'node:path'
import { runToEnd } from './child.mjs'
import { setUp } from './install.mjs'
import { environmentFor, nodeOptions } from './node.mjs'
import { inRoot } from './place.mjs'

/** @type {Record<string, { script: string[], args: string[], needsBuild: boolean }>} */
const verbs = {
  serve: { script: ['dist', 'main.js'], args: [], needsBuild: true },
  work: { script: ['dist', 'worker.js'], args: [], needsBuild: true },
  cli: { script: ['dist', 'cli.js'], args: [], needsBuild: true },
  test: { script: ['setup', 'test.mjs'], args: [], needsBuild: true },
  check: { script: ['setup', 'check.mjs'], args: [], needsBuild: false },
  bench: { script: ['setup', 'bench.mjs'], args: [], needsBuild: true },
}

// `./parley serve` is the process itself, not a command that starts one.
const [first = '', ...rest] = process.argv.slice(2)
const [name = '', ...args] =
  first === 'cli' && ['serve', 'work'].includes(rest[0] ?? '') ? rest : [first, ...rest]

async function run() {
  const verb = verbs[name]
  if (!verb) throw new Error(`There is no “${name}” here. Known: ${Object.keys(verbs).join(', ')}.`)
  const node = await setUp(verb)
  const dataFolder = resolve(process.env['PARLEY_DATA'] || inRoot('.parley'))
  const env = { ...environmentFor(node), PARLEY_DATA: dataFolder }
  return runToEnd(node, [...nodeOptions, inRoot(...verb.script), ...args], { env })
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exitCode = 1
}
