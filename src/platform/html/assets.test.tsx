import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { buildIslands, findIslands } from '../../../setup/build-islands.mjs'
import { buildStyles, compileStyles } from '../../../setup/build-styles.mjs'
import { readAssets } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-assets-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the build leaves what pages link to, under names that change with the content', async () => {
  expect(buildStyles(folder).size).toBeLessThan(16_000)
  const islands = await buildIslands(folder)
  const assets = readAssets(folder)
  const links = [assets.stylesheet, assets.icon ?? '', ...Object.values(assets.islands)]
  for (const link of links) {
    expect(link).toMatch(/^\/assets\/[\w-]+-\w{8,10}\.(css|svg|js)$/)
    expect(readFileSync(join(folder, link.slice('/assets/'.length))).length).toBeGreaterThan(0)
  }
  expect(islands.length).toBe(findIslands().size)
})

test('the islands of the house are two kilobytes at most', async () => {
  const ours = ['autosave', 'copy', 'local-time', 'remaining']
  const sizes = (await buildIslands(folder)).filter(({ file }) =>
    ours.some((name) => file.startsWith(`${name}-`)),
  )
  expect(sizes.length).toBe(ours.length)
  expect(sizes.filter(({ bytes }) => bytes > 2000)).toEqual([])
})

test('every island that a page asks for exists', () => {
  const source = fileURLToPath(new URL('../../', import.meta.url))
  const pages = globSync('**/*.tsx', { cwd: source }).filter((file) => !file.endsWith('.test.tsx'))
  const asked = pages.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/useIsland\('([\w-]+)'\)/g)].map(
      ([, name]) => name,
    ),
  )
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((name) => !findIslands().has(name ?? ''))).toEqual([])
})

test('the stylesheet asks for nothing from anywhere, and wears no one else’s letters or crest', () => {
  const css = compileStyles()
  expect(css).not.toMatch(/url\(|@import|@font-face|GDS|crest|crown/i)
})

test('no rule of the stylesheet takes sides, so that every script can run its own way', () => {
  expect(compileStyles()).not.toMatch(
    /[{;](margin-|padding-|border-)?(left|right)[:-]|(text-align|float): ?(left|right)/,
  )
})
