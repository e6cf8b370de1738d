import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fileOf, lineOf, pdfOf } from '../testing.ts'
import { extractText } from './extract-text.ts'
import type { ExtractionLimits } from './model.ts'
import { findOcr } from './ocr.ts'

vi.setConfig({ testTimeout: 60_000 })

const drawn = '0 0 595 842 re f'
const usualPath = process.env['PATH'] ?? ''
afterEach(() => {
  process.env['PATH'] = usualPath
})

/** Stand-ins for the two programs, found before any that the machine has; the first draws a page as its number. */
async function install(read = 'echo "Words of page $(cat)"', draw = 'cat > /dev/null; printf "%s" "$5"') {
  const folder = await mkdtemp(join(tmpdir(), 'parley-ocr-'))
  const programs = {
    pdftoppm: `[ "$1" = -v ] && { echo "pdftoppm version 22.12.0" >&2; exit; }\n${draw}`,
    tesseract: `case "$1" in --version) echo "tesseract 5.3.0";; --list-langs) printf 'List of available languages (3):\\neng\\nfra\\nosd\\n';; *) ${read};; esac`,
  }
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, name), 0o755)
  }
  process.env['PATH'] = `${folder}:${usualPath}`
}

async function read(pages: string[], limits: Partial<ExtractionLimits> = {}) {
  const ocr = await findOcr()
  return extractText(await fileOf('c.pdf', pdfOf(pages)), { pdftotext: null, ocr: ocr ?? null, limits })
}

describe.skipIf(process.platform === 'win32')('a scanned PDF', () => {
  test('is read from its pictures, page by page, and says by what and that it may hold errors', async () => {
    await install()
    expect(await findOcr()).toMatchObject({ languages: 'eng+fra' })
    expect(await read([drawn, drawn])).toEqual({
      text: expect.stringMatching(/^Words of page 1\s+Words of page 2\s*$/),
      extractor: { name: 'tesseract', version: '5.3.0 (eng+fra)' },
      warnings: [{ kind: 'read-from-pictures', pages: [1, 2] }],
    })
  })

  test('with written pages among them keeps these as they are', async () => {
    await install()
    expect(await read([lineOf('Written.'), drawn])).toMatchObject({
      text: expect.stringMatching(/^Written\.\s+Words of page 2/),
      extractor: { name: 'unpdf, tesseract' },
      warnings: [{ kind: 'read-from-pictures', pages: [2] }],
    })
  })

  test('without these programs holds no text, as before', async () => {
    process.env['PATH'] = await mkdtemp(join(tmpdir(), 'parley-none-'))
    expect(await findOcr()).toBeUndefined()
    process.env['PATH'] = usualPath
    const file = await fileOf('c.pdf', pdfOf([drawn]))
    expect(await extractText(file, { pdftotext: null, ocr: null })).toEqual({ refused: 'no-text' })
  })

  test.each([
    ['sees nothing', 'cat > /dev/null; echo', undefined],
    ['fails', 'exit 1', undefined],
    ['never ends', 'exec sleep 600', undefined],
    ['gets no picture', 'cat', 'exit 1'],
    ['says more than we take', 'yes words', undefined],
    ['would fill the memory', 'exec tail /dev/zero', undefined],
  ])('whose reader %s holds no text', async (_way, program, draw) => {
    await install(program, draw)
    expect(await read([drawn], { milliseconds: 3000, characters: 10_000, memoryMegabytes: 512 })).toEqual({
      refused: 'no-text',
    })
  })

  test('too long for the time names the pages that were not read', async () => {
    await install('sleep 2; echo "Words of page $(cat)"')
    expect(await read([drawn, drawn, drawn], { pictureMilliseconds: 3000 })).toMatchObject({
      warnings: [
        { kind: 'read-from-pictures', pages: [1] },
        { kind: 'pages-without-text', pages: [2, 3] },
      ],
    })
  })
})
