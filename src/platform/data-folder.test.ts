import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addressIn, writeAddress } from './data-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-address-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('The command line knows where people reach an installation that has served', () => {
  expect(addressIn(folder)).toBeUndefined()
  writeAddress(folder, 'https://comments.example.org')
  expect(addressIn(folder)).toBe('https://comments.example.org')
  writeFileSync(join(folder, 'address'), '')
  expect(addressIn(folder)).toBeUndefined()
})
