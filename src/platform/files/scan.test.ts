import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import { openFileStore } from './file-store.ts'
import { openScanner } from './scan.ts'
import { fakeScanner, tryOut } from './testing-scanner.ts'

let close = async () => {}
afterEach(() => close())

async function scannerThat(answer?: Parameters<typeof fakeScanner>[0]) {
  const server = await fakeScanner(answer)
  close = server.close
  return openScanner(server)
}

const away = openScanner({ path: '/nowhere/clamd' })
const streamOf = (...parts: Uint8Array[]) => Readable.from(parts)

describe('A virus scanner', () => {
  test('answers when asked whether it is there', async () => {
    expect(await (await scannerThat()).answers()).toBe(true)
    expect(await away.answers()).toBe(false)
  })

  test('clears a file of any length, and names what it finds at its end', async () => {
    const scanner = await scannerThat()
    const large = randomBytes(3_000_000)
    expect(await scanner.scan(streamOf(large))).toBe('clean')
    expect(await scanner.scan(streamOf(large, Buffer.from(tryOut)))).toEqual({ found: 'Eicar-Signature' })
  })

  test.each([
    ['says that a file is too large for it', () => 'INSTREAM size limit exceeded. ERROR\0'],
    ['breaks off', () => ''],
    ['says something else', () => 'stream: OK, I think\0'],
  ])('that %s clears nothing', async (_way, answer) => {
    const scanner = await scannerThat(answer)
    expect(await scanner.scan(streamOf(randomBytes(2_000_000)))).toBe('not-checked')
  })

  test('that is away clears nothing', async () => {
    expect(await away.scan(streamOf(Buffer.from('words')))).toBe('not-checked')
  })
})

describe('With a virus scanner', () => {
  const put = async (scanner: ReturnType<typeof openScanner>, text: string) => {
    const root = await mkdtemp(join(tmpdir(), 'parley-store-'))
    const putting = await (await openFileStore(root, scanner)).put(streamOf(Buffer.from(text)), 1000)
    return { putting, kept: (await readdir(root, { recursive: true })).filter((name) => name !== 'incoming') }
  }

  test('a clean file is kept', async () => {
    const { putting, kept } = await put(await scannerThat(), 'words')
    expect(putting).toMatchObject({ size: 5 })
    expect(kept.length).toBe(2)
  })

  test('an infected file is refused by what is in it, and nothing of it is left', async () => {
    const { putting, kept } = await put(await scannerThat(), `words ${tryOut}`)
    expect(putting).toEqual({ refused: 'infected', found: 'Eicar-Signature' })
    expect(kept).toEqual([])
  })

  test('no file is kept while the scanner is away', async () => {
    const { putting, kept } = await put(away, 'words')
    expect(putting).toEqual({ refused: 'not-checked' })
    expect(kept).toEqual([])
  })
})
