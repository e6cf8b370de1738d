import { globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const budget = 20_000

/** @param {string} file */
const nameOf = (file) => basename(file).replace(/\.island\.tsx?$/, '')

/** Each island by name; two of one name would be one script too few. */
export function findIslands() {
  const files = globSync('src/**/islands/*.island.{ts,tsx}', { cwd: root }).sort()
  const islands = new Map(files.map((file) => [nameOf(file), file]))
  if (islands.size < files.length) throw new Error(`Two islands share a name: ${files.join(', ')}`)
  return islands
}

/** @param {string} folder */
export async function buildIslands(folder) {
  const islands = findIslands()
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (/^[\w-]+-\w{8}\.js$/.test(old)) rmSync(join(folder, old))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...islands].map(([name, file]) => ({ in: file, out: name })),
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: folder,
    write: false,
  })
  const sizes = outputFiles.map(({ path, contents }) => {
    writeFileSync(path, contents)
    return { file: basename(path), bytes: contents.length, compressed: gzipSync(contents).length }
  })
  const tooLarge = sizes.filter(({ compressed }) => compressed > budget)
  if (tooLarge.length > 0) throw new Error(`More than a page may carry: ${JSON.stringify(tooLarge)}`)
  const manifest = sizes.map(({ file }) => [file.replace(/-\w{8}\.js$/, ''), file])
  writeFileSync(join(folder, 'islands.json'), JSON.stringify(Object.fromEntries(manifest)))
  return sizes
}

if (import.meta.main) {
  const sizes = await buildIslands(process.argv[2] ?? join(root, 'dist/assets'))
  for (const { file, bytes, compressed } of sizes)
    console.log(`${file}: ${bytes} bytes, ${compressed} compressed`)
}
