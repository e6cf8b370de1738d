import { createPrivateKey } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadKeys } from './keys.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(name: string, text: string | Buffer): void {
  loadKeys(folder)
  writeFileSync(join(folder, name), text)
}

describe('The keys of an installation', () => {
  test('are made once, for this user only, and stay', () => {
    const made = loadKeys(folder)
    const again = loadKeys(folder)
    expect(again.cookieSecret).toEqual(made.cookieSecret)
    expect(again.logKey.equals(made.logKey)).toBe(true)
    for (const name of ['cookie-secret.hex', 'log-key.pem']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    }
  })

  test('are refused when others can read them', () => {
    loadKeys(folder)
    chmodSync(join(folder, 'log-key.pem'), 0o644)
    expect(() => loadKeys(folder)).toThrow(/chmod 600/)
  })

  test.each(['changeme', 'ab'.repeat(32), '', 'ff'.repeat(8)])('are refused when weak: “%s”', (text) => {
    put('cookie-secret.hex', text)
    expect(() => loadKeys(folder)).toThrow(/too weak/)
  })

  test('are refused when anybody could guess the log key', () => {
    const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
    const der = Buffer.concat([prefix, Buffer.alloc(32)])
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    put('log-key.pem', key.export({ format: 'pem', type: 'pkcs8' }))
    expect(() => loadKeys(folder)).toThrow(/too weak/)
  })

  test('are refused when the log key is none', () => {
    put('log-key.pem', 'hello')
    expect(() => loadKeys(folder)).toThrow(/no Ed25519 private key/)
  })
})
