import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { isLocale, locales } from './index.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const files = globSync('**/words/*.json', { cwd: source })
const folders = Map.groupBy(files, dirname)

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${source}/${file}`, 'utf8'))
}

test('catalogues are found', () => {
  expect(files.length).toBeGreaterThan(0)
})

describe.each(files)('%s', (file) => {
  const locale = basename(file, '.json')

  test('is in a language the house knows', () => {
    expect(isLocale(locale)).toBe(true)
  })

  test('holds at least one message, and none is empty', () => {
    const entries = Object.entries(read(file))
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  test('parses message by message', () => {
    for (const [key, text] of Object.entries(read(file))) {
      expect(() => new IntlMessageFormat(String(text), locale), `${file}: ${key}`).not.toThrow()
    }
  })
})

test.each([...folders.keys()])('%s says the same in every language', (folder) => {
  const keys = Object.keys(read(`${folder}/en.json`)).sort()
  for (const locale of Object.keys(locales)) {
    expect(Object.keys(read(`${folder}/${locale}.json`)).sort(), `${folder}/${locale}`).toEqual(keys)
  }
})
