import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Installation } from '../installation.ts'
import { findPersonByEmail } from '../participants/index.ts'
import { readConfig } from '../platform/config.ts'
import { type TestApp, testApp } from '../testing.ts'
import { erase } from './erase.ts'

let house: TestApp
let folder: string
let address: string

beforeAll(async () => {
  house = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'parley-erase-'))
  const { person } = await house.signInAs({ role: 'member', process: undefined })
  const row = house.services.db.selectFrom('participants.person').select('email').where('id', '=', person)
  address = (await row.executeTakeFirstOrThrow()).email
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

async function run(...args: string[]) {
  const config = readConfig({ PARLEY_DATA: folder, PARLEY_KEYS: folder })
  if ('problems' in config) throw new Error('The settings are wrong.')
  const lines: string[] = []
  const said = (line: string) => void lines.push(line)
  const open = async () => house.services as unknown as Installation<never>
  const code = await erase.run(args, { config, out: said, err: said, open } as Parameters<
    typeof erase.run
  >[1])
  return { code, said: lines.join('\n') }
}

test('without --yes it says what would go, and nothing goes', async () => {
  const { code, said } = await run(address)
  expect(code).toBe(0)
  expect(said).toContain(`Would be erased: ${address}`)
  expect(said).toContain('1 account')
  expect(said).toContain('Nothing was erased. Say --yes')
  expect(await findPersonByEmail(house.services.db, address)).toBeDefined()
})

test('with --yes it goes', async () => {
  expect(await run(address, '--yes')).toMatchObject({ code: 0, said: expect.stringContaining('Erased: ') })
  expect(await findPersonByEmail(house.services.db, address)).toBeUndefined()
  expect((await run(address)).said).toBe('Nothing here belongs to this address, number or id.')
})

test('the last administrator stays', async () => {
  const { code, said } = await run('ada@example.org', '--yes')
  expect(code).toBe(1)
  expect(said).toContain('The last administrator cannot be erased.')
})

test.each([[[]], [['a@example.org', 'b@example.org']], [['a@example.org', '--dry-run']]])(
  '%j is told how to ask',
  async (args) => {
    const { code, said } = await run(...args)
    expect(code).toBe(2)
    expect(said).toContain('Usage: ./parley erase ')
  },
)

test('a reason that there is not is answered with those there are', async () => {
  expect(await run(address, '--reason', 'spam')).toMatchObject({
    code: 2,
    said: expect.stringContaining('asked-for'),
  })
})
