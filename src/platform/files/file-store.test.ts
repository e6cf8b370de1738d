import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import { type FileStore, openFileStore } from './file-store.ts'

let root = ''
let store: FileStore

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'parley-store-')), 'files')
  store = await openFileStore(root)
})

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half')
  throw new Error('The sender went away.')
}

const incoming = () => readdir(join(root, 'incoming'))

test('a file is found again under the hash of its bytes', async () => {
  const bytes = randomBytes(300_000)
  const putting = await store.put(chunks(bytes.subarray(0, 1000), bytes.subarray(1000)), 1e6)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(putting).toEqual({ sha256, size: 300_000 })
  expect(await buffer(await store.read(sha256))).toEqual(bytes)
})

test('the same bytes are kept once, however often and at the same moment they come', async () => {
  const puttings = await Promise.all(Array.from({ length: 8 }, () => store.put(chunks('the same'), 100)))
  expect(new Set(puttings.map((putting) => JSON.stringify(putting))).size).toBe(1)
  expect(await incoming()).toEqual([])
})

test('a file beyond the limit is refused and leaves nothing behind', async () => {
  expect(await store.put(chunks('12345', '678901'), 10)).toEqual({ refused: 'too-large' })
  expect(await incoming()).toEqual([])
  expect(await readdir(root)).toEqual(['incoming'])
})

test('a file of exactly the limit is taken, an empty one is not', async () => {
  expect(await store.put(chunks('12345', '67890'), 10)).toMatchObject({ size: 10 })
  expect(await store.put(chunks(), 10)).toEqual({ refused: 'empty' })
})

test('an upload that breaks off leaves nothing behind', async () => {
  await expect(store.put(brokenOff(), 100)).rejects.toThrow('The sender went away.')
  expect(await incoming()).toEqual([])
})

test('nobody else on the machine can look into the folder or a file', async () => {
  const putting = await store.put(chunks('private'), 100)
  const path = store.pathOf('sha256' in putting ? putting.sha256 : '')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  for (const folder of [root, join(root, 'incoming'), join(path, '..')]) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  }
  expect(await readFile(path, 'utf8')).toBe('private')
})

test('an address that is none leads nowhere', async () => {
  await expect(store.read('f'.repeat(64))).rejects.toThrow('not here')
  expect(() => store.pathOf('../../etc/passwd')).toThrow('no address')
})

test('an erased file is gone', async () => {
  const putting = await store.put(chunks('gone'), 100)
  const sha256 = 'sha256' in putting ? putting.sha256 : ''
  await store.remove(sha256)
  expect(await store.has(sha256)).toBe(false)
})

test('what a killed upload left is swept away once it is old', async () => {
  await writeFile(join(root, 'incoming', 'left'), 'half')
  expect(await store.sweep(new Date('2000-01-01'), async () => new Set())).toBe(0)
  expect(await store.sweep(new Date('2999-01-01'), async () => new Set())).toBe(1)
  expect(await incoming()).toEqual([])
})

test('a file that nothing points at any more is swept away once it is old, and no other', async () => {
  const [wanted, unwanted] = [
    await store.put(chunks('wanted'), 100),
    await store.put(chunks('unwanted'), 100),
  ]
  if ('refused' in wanted || 'refused' in unwanted) throw new Error('Not kept.')
  const pointedAt = async () => new Set([wanted.sha256])
  expect(await store.sweep(new Date('2000-01-01'), pointedAt)).toBe(0)
  expect(await store.sweep(new Date('2999-01-01'), pointedAt)).toBe(1)
  expect([await store.has(wanted.sha256), await store.has(unwanted.sha256)]).toEqual([true, false])
})
