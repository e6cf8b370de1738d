import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../../platform/config.ts'
import { makeDataFolder } from '../../platform/data-folder.ts'
import { loadKeys } from '../../platform/keys.ts'
import { makeContext } from '../context.ts'
import { doctor } from './index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync('/tmp/parley-doctor-')
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

function config(env: Record<string, string>): Config {
  const read = readConfig({ PARLEY_DATA: `${folder}/data`, ...env })
  if ('problems' in read) throw new Error(read.problems.join())
  return read
}

async function ask(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const { context, close } = makeContext(config(env))
  const lines: string[] = []
  const code = await doctor.run([], { ...context, out: (line) => lines.push(line) })
  await close()
  return { code, said: lines.join('\n') }
}

/** A port that nobody else has while the work is done. */
async function withTakenPort<T>(work: (port: string) => Promise<T>): Promise<T> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready))
  const address = server.address()
  const result = await work(String(typeof address === 'object' ? address?.port : ''))
  await new Promise((closed) => server.close(closed))
  return result
}

describe('The doctor', () => {
  test('finds nothing wrong with a fresh clone, and leaves no database running', async () => {
    const { code, said } = await ask({ PORT: '0' })
    expect(said).not.toContain('problem')
    expect(said).toContain('All is well.')
    expect(code).toBe(0)
  })

  test('says of each thing that is wrong how to mend it', async () => {
    makeDataFolder(`${folder}/data`)
    loadKeys(`${folder}/data/keys`)
    chmodSync(`${folder}/data/keys/log-key.pem`, 0o644)
    const { code, said } = await withTakenPort((port) =>
      ask({ PORT: port, SMTP_URL: `smtp://mail.invalid:1`, MAIL_FROM: 'a@example.org' }),
    )
    expect(said).toContain('chmod 600')
    expect(said).toContain('or set PORT or HOST')
    expect(said).toContain('mail.invalid:1 does not answer')
    expect(code).toBe(1)
  })
})
