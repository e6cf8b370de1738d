import { spawn } from 'node:child_process'
import { inRoot } from '../place.mjs'
import { checkSizes } from './sizes.mjs'

/**
 * @typedef {{ name: string, seen: number, problems: string[] }} Verdict
 */

/** @type {{ name: string, script: string, args: string[], count: (output: string) => number }[]} */
const tools = [
  {
    name: 'types (tsc)',
    script: 'typescript/bin/tsc',
    args: ['--noEmit', '--listFiles', '--pretty', 'false'],
    count: (output) =>
      output.split('\n').filter((line) => line.startsWith('/') && !line.includes('node_modules')).length,
  },
  {
    name: 'style (biome)',
    script: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
    count: (output) => Number(/Checked (\d+) files/.exec(output)?.[1] ?? 0),
  },
  {
    name: 'imports (dependency-cruiser)',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['src', '--config', '.dependency-cruiser.mjs'],
    count: (output) => Number(/\((\d+) modules/.exec(output)?.[1] ?? 0),
  },
  {
    name: 'unused (knip)',
    script: 'knip/bin/knip.js',
    args: ['--reporter', './setup/gates/knip-reporter.mjs', '--no-progress'],
    count: (output) => Number(/knip looked at (\d+) files/.exec(output)?.[1] ?? 0),
  },
]

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runTool(script, args) {
  const child = spawn(process.execPath, [inRoot('node_modules', script), ...args], { cwd: inRoot() })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve) => child.on('exit', (code) => setImmediate(resolve, { code, output })))
}

/**
 * @param {(typeof tools)[number]} tool
 * @returns {Promise<Verdict>}
 */
async function judge({ name, script, args, count }) {
  const { code, output } = await runTool(script, args)
  const said = output.split('\n').filter((line) => !/^\/\S+$/.test(line))
  return { name, seen: count(output), problems: code === 0 ? [] : [said.join('\n').trim()] }
}

/** @returns {Promise<Verdict[]>} */
export async function runGates() {
  const verdicts = [{ name: 'file sizes', ...checkSizes() }]
  for (const tool of tools) verdicts.push(await judge(tool))
  return verdicts.map((verdict) =>
    verdict.seen > 0
      ? verdict
      : { ...verdict, problems: [...verdict.problems, 'It looked at no file at all.'] },
  )
}

/**
 * Says what each gate saw; true when all let the code through.
 * @param {Verdict[]} verdicts
 */
export function tellGates(verdicts) {
  for (const { name, seen, problems } of verdicts) {
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}: ${seen} files`)
    for (const problem of problems) console.log(problem.replaceAll(/^/gm, '    '))
  }
  return verdicts.every(({ problems }) => problems.length === 0)
}
