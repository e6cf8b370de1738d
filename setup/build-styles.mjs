import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const budget = 16_000

/** The whole stylesheet; GOV.UK's fallback colours are left out, since every property they back is always set. */
export function compileStyles() {
  const { css } = compile(join(root, 'src/platform/html/styles/parley.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
    quietDeps: true,
  })
  return turnLogical(css.replace(/var\((--govuk-[\w-]+),\s*#[0-9a-f]{3,8}\)/g, 'var($1)'))
}

/** @type {Record<string, string>} */
const sides = { left: 'start', right: 'end' }

/**
 * GOV.UK's components say left and right; said as start and end, they serve scripts of both directions.
 * @param {string} css
 */
function turnLogical(css) {
  return css
    .replace(
      /(?<=[{;])(margin|padding|border)-(left|right)(?=[:-])/g,
      (_, of, side) => `${of}-inline-${sides[side]}`,
    )
    .replace(/(?<=[{;])(left|right)(?=:)/g, (side) => `inset-inline-${sides[side]}`)
    .replace(/(?<=[{;]text-align:\s*)(left|right)/g, (side) => sides[side] ?? side)
    .replace(/(?<=[{;]justify-content:\s*)(left|right)/g, (side) => sides[side] ?? side)
    .replace(/(?<=[{;](?:float|clear):\s*)(left|right)/g, (side) => `inline-${sides[side]}`)
    .replace(
      /(?<=[{;])(margin|padding):\s*([\w.-]+) ([\w.-]+) ([\w.-]+) ([\w.-]+)(?=[;}])/g,
      '$1-block:$2 $4;$1-inline:$5 $3',
    )
}

/** @param {string} folder @param {string} name @param {string} text */
function writeHashed(folder, name, text) {
  const [base, ending] = name.split('.')
  for (const old of readdirSync(folder))
    if (old.startsWith(`${base}-`) && old.endsWith(`.${ending}`)) rmSync(join(folder, old))
  const file = `${base}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.${ending}`
  writeFileSync(join(folder, file), text)
  return file
}

/** @param {string} folder */
export function buildStyles(folder) {
  const css = compileStyles()
  const size = gzipSync(css).length
  if (size > budget) throw new Error(`The stylesheet has ${size} bytes compressed; ${budget} are allowed.`)
  mkdirSync(folder, { recursive: true })
  const parley = writeHashed(folder, 'parley.css', css)
  const icon = writeHashed(folder, 'icon.svg', readFileSync(join(root, 'src/platform/html/icon.svg'), 'utf8'))
  writeFileSync(join(folder, 'styles.json'), JSON.stringify({ parley, icon }))
  return { file: parley, size }
}

if (import.meta.main) {
  const { file, size } = buildStyles(process.argv[2] ?? join(root, 'dist/assets'))
  console.log(`${file}: ${size} bytes compressed`)
}
