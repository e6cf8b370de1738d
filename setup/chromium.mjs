import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser for the journeys: the one that CHROMIUM names, or the system's. */
export function findChromium() {
  const given = process.env['CHROMIUM']
  if (given) return existsSync(given) ? given : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...elsewhere].find((file) => existsSync(file))
}

const fonts = { 'fonts-noto-core': 'Noto Sans Arabic', 'fonts-noto-cjk': 'Noto Sans CJK SC' }

/** The packages of fonts without which pages in other scripts show empty boxes. */
export function missingFonts() {
  const listed = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' })
  return Object.entries(fonts)
    .filter(([, family]) => !listed.stdout?.includes(family))
    .map(([name]) => name)
}

/** @returns {string[] | undefined} */
function waysToRoot() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

/** @param {string[]} packages */
function installPackages(packages) {
  const asRoot = waysToRoot()
  if (!asRoot || spawnSync('apt-get', ['--version']).status !== 0) return
  console.log(`Installing ${packages.join(', ')} with apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const [program = '', ...rest] = [...asRoot, 'apt-get', ...args]
    const done = spawnSync(program, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    if (done.status !== 0) console.log(`apt-get ${args[0]} ended with exit code ${done.status}.`)
  }
}

/** Brings the browser and its fonts where the system lets us; gives the browser's file, or nothing. */
export function bringChromium() {
  const given = process.env['CHROMIUM']
  const missing = [...(findChromium() || given ? [] : ['chromium']), ...missingFonts()]
  if (missing.length > 0) installPackages(missing)
  const still = missingFonts()
  if (still.length > 0)
    console.log(`Without ${still.join(', ')} some scripts are drawn as boxes in screenshots.`)
  return findChromium()
}
