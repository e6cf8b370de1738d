import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runToEnd } from './child.mjs'
import { bringChromium } from './chromium.mjs'
import { runGates, tellGates } from './gates/index.mjs'
import { inRoot } from './place.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const reports = mkdtempSync(join(tmpdir(), 'parley-reports-'))

/**
 * A file that could not even be read counts as one failure, and so does a run that found no test.
 * @param {string} file
 * @param {number} code
 * @returns {Tally}
 */
function readReport(file, code) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'))
    const failed = code === 0 ? numFailedTests : Math.max(1, numFailedTests)
    return { passed: numPassedTests, failed, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 */
async function runTests(project, env = process.env) {
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const program = inRoot('node_modules', 'vitest', 'vitest.mjs')
  console.log(`\n${project}`)
  const code = await runToEnd(process.execPath, [program, 'run', '--project', project, ...reporters], {
    cwd: inRoot(),
    env,
  })
  return readReport(file, code)
}

/** @returns {Promise<Tally>} */
async function runCheck() {
  const verdicts = await runGates()
  tellGates(verdicts)
  const passed = verdicts.filter(({ problems }) => problems.length === 0).length
  return { passed, failed: verdicts.length - passed, skipped: 0 }
}

/** @returns {Promise<Tally>} */
async function runJourneys() {
  const chromium = bringChromium()
  if (chromium) return runTests('journeys', { ...process.env, CHROMIUM: chromium })
  console.log(
    '\nNo Chromium was found and none could be installed, so no journey was walked. Install it, for example with\n' +
      '    sudo apt-get install chromium fonts-noto-core fonts-noto-cjk\n' +
      'or name its file in the environment variable CHROMIUM.',
  )
  return { passed: 0, failed: 1, skipped: 0 }
}

const tallies = [await runCheck(), await runTests('rules'), await runTests('capability'), await runJourneys()]
rmSync(reports, { recursive: true })

/** @param {keyof Tally} kind */
const sum = (kind) => tallies.reduce((total, tally) => total + tally[kind], 0)
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
process.exitCode = sum('failed') === 0 ? 0 : 1
