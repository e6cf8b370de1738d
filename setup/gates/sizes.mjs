import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../place.mjs'

const longest = 300
const usual = 50

/** @param {string} file */
const linesOf = (file) => readFileSync(file, 'utf8').split('\n').length - 1

/**
 * Holds the files under src/ to their size: short enough to be read at one sitting.
 * @returns {{ seen: number, problems: string[] }}
 */
export function checkSizes() {
  const files = readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => ({ file: join('src', file), lines: linesOf(inRoot('src', file)) }))
    .sort((a, b) => a.lines - b.lines)
  const problems = files
    .filter(({ lines }) => lines > longest)
    .map(({ file, lines }) => `${file} has ${lines} lines; at most ${longest} may stand in one file.`)
  const median = files[Math.floor(files.length / 2)]?.lines ?? 0
  if (median > usual)
    problems.push(`Half of all files have more than ${median} lines; it should be ${usual}.`)
  return { seen: files.length, problems }
}
