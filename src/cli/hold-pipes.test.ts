import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdPipes } from './hold-pipes.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-held-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a pipe is held while it is read, and a file is read where it lies', async () => {
  const [pipe, file] = [join(folder, 'pipe'), join(folder, 'file.csv')]
  execFileSync('mkfifo', [pipe])
  writeFileSync(file, 'id,comment\n')
  const [{ files, letGo }] = await Promise.all([
    holdPipes([pipe, file]),
    writeFile(pipe, 'id,comment\n1,"Yes"\n'),
  ])
  const [held = '', same] = files
  expect(same).toBe(file)
  expect(readFileSync(held, 'utf8')).toBe('id,comment\n1,"Yes"\n')
  await letGo()
  expect([existsSync(held), existsSync(file)]).toEqual([false, true])
})
