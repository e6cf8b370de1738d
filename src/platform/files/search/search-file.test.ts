import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { searchFile } from './search-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-search-'))
async function kept(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}

test('each word is found by itself, within another one, or nowhere', async () => {
  const path = await kept('a.txt', 'Rosalind wrote of microphones.')
  expect(await searchFile(path, ['rosalind', 'phone', 'nobody'])).toEqual({
    found: ['whole', 'part', 'nowhere'],
    unsearchable: false,
  })
})

test('a file that fills the memory ends its own process and no other, and is called unsearchable', async () => {
  const long = Buffer.alloc(95 * 1024 ** 2, 'a <b> ')
  const path = await kept('b.zip', zipSync({ 'a.html': [long, { level: 1 }] }))
  expect(await searchFile(path, ['rosalind'])).toEqual({ found: [], unsearchable: true })
})
