import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { capabilities, others, rooms } from '../architecture.mjs'
import { inRoot } from './place.mjs'

const furniture = ['pages', 'islands', 'words']

function foldersIn(...names: string[]): string[] {
  const entries = readdirSync(inRoot('src', ...names), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !furniture.includes(entry.name))
    .map(({ name }) => name)
}

test('Every folder under src/ stands in architecture.mjs', () => {
  const listed = new Set([...capabilities, ...others])
  expect(foldersIn().filter((folder) => !listed.has(folder))).toEqual([])
})

test('Every room of a capability stands in architecture.mjs, and no room that is not there', () => {
  const standing = capabilities.filter((capability) => foldersIn().includes(capability))
  for (const capability of standing) {
    const listed: readonly string[] = Object.entries(rooms).find(([name]) => name === capability)?.[1] ?? []
    expect(foldersIn(capability).toSorted()).toEqual(listed.toSorted())
  }
})

test('Migrations are numbered, each number once', () => {
  const files = readdirSync(inRoot('migrations'))
  expect(files.length).toBeGreaterThan(0)
  const numbers = files.map((file) => /^(\d{4})-[a-z-]+\.sql$/.exec(file)?.[1] ?? `${file} has no number`)
  expect(numbers.toSorted()).toEqual([...new Set(numbers)].toSorted())
  expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([])
})
