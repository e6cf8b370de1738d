import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'
import { inRoot } from './place.mjs'

const files = readdirSync(inRoot('bench')).filter((file) => /^[a-z-]+\.(ts|mjs)$/.test(file))
const [name = ''] = process.argv.splice(2, 1)
const file = files.find((one) => basename(one).replace(/\.\w+$/, '') === name)

if (file) {
  register()
  await import(pathToFileURL(inRoot('bench', file)).href)
} else {
  const known = files.map((one) => one.replace(/\.\w+$/, '')).join(' | ')
  console.error(`npm run bench -- ${known} [options]\nbench/README.md says what each measures.`)
  process.exitCode = 2
}
