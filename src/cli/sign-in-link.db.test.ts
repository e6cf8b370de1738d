import { afterAll, expect, test } from 'vitest'
import type { Installation } from '../installation.ts'
import type { ParticipantsTables } from '../participants/index.ts'
import { readConfig } from '../platform/config.ts'
import { testDatabase } from '../platform/db/testing.ts'
import { signInLink } from './sign-in-link.ts'

const database = await testDatabase<ParticipantsTables>()
afterAll(() => database.close())

async function run(...args: string[]) {
  const config = readConfig({ PARLEY_URL: 'https://forum.example' })
  if ('problems' in config) throw new Error('The settings are wrong.')
  const lines: string[] = []
  const said = (line: string) => void lines.push(line)
  const open = async () => database as unknown as Installation<never>
  const code = await signInLink.run(args, { config, out: said, err: said, open } as Parameters<
    typeof signInLink.run
  >[1])
  return { code, lines }
}

test('whoever runs the machine gets a link for an address', async () => {
  const { code, lines } = await run('ada@example.org')
  expect(code).toBe(0)
  expect(lines.join()).toMatch(/^https:\/\/forum\.example\/sign-in\/[\w-]{43}$/)
})

test.each([[[]], [['ada']], [['ada@example.org', 'bea@example.org']]])(
  '%j is told how to ask',
  async (args) => {
    const { code, lines } = await run(...args)
    expect(code).toBe(2)
    expect(lines.join()).toContain('./parley sign-in-link name@example.org')
  },
)
