// A process of its own, because esbuild leaves a service running in whoever calls it.
import { mkdirSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'
import { buildIslands } from './build-islands.mjs'
import { buildStyles } from './build-styles.mjs'
import { inRoot } from './place.mjs'

const folder = inRoot('dist')

/**
 * Work that runs in a thread of its own is a program of its own, named by its file.
 * @returns {Promise<Record<string, string>>}
 */
async function entryPoints() {
  const files = await readdir(inRoot('src'), { recursive: true })
  const threads = files.filter((file) => file.endsWith('.thread.ts'))
  const named = threads.map((file) => [basename(file, '.ts'), inRoot('src', file)])
  const programs = { main: 'main.ts', worker: 'worker.ts', cli: 'cli/main.ts' }
  const ours = Object.entries(programs).map(([name, file]) => [name, inRoot('src', file)])
  return Object.fromEntries([...ours, ...named])
}

/** @type {import('esbuild').Plugin} */
const threadsLieBeside = {
  name: 'threads-lie-beside',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('.thread.ts')) return undefined
      return {
        contents: text.replaceAll(/(['"])\.{1,2}\/[^'"]*?([^/'"]+\.thread)\.ts\1/g, '$1./$2.js$1'),
        loader: 'ts',
      }
    })
  },
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
await build({
  entryPoints: await entryPoints(),
  outdir: folder,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [threadsLieBeside],
})
buildStyles(inRoot('dist', 'assets'))
await buildIslands(inRoot('dist', 'assets'))
