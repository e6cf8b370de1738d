import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ErasingTables, eraseFound, findToErase, ledgerName, tollOf } from '../erasing/index.ts'
import { listReasons } from '../moderation/index.ts'
import { openFileStore } from '../platform/files/index.ts'
import { systemClock } from '../platform/time.ts'
import type { RequestsTables } from '../requests/index.ts'
import { filesPointedAt } from '../tidy.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'ADDRESS-or-NUMBER-or-ID [--reason CODE] [--dry-run]: erase a person with all that was sent from an address, or one comment.'

function readArguments(args: readonly string[]) {
  const options = {
    reason: { type: 'string', default: 'asked-for' },
    'dry-run': { type: 'boolean', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [what, ...more] = positionals
    if (!what || more.length > 0)
      return { problem: 'Name one e-mail address, tracking number or person’s id.' }
    return { what, reason: values.reason, dryRun: values['dry-run'] }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

async function run(args: readonly string[], { config, out, err, open }: Context): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    err(`${asked.problem}\nUsage: ./parley erase ${usage}`)
    return 2
  }
  const { db } = await open<ErasingTables & RequestsTables>()
  const codes = (await listReasons(db, { act: 'erase' })).map(({ code }) => code)
  if (!codes.includes(asked.reason)) {
    err(`There is no reason “${asked.reason}”. There are: ${codes.join(', ')}.`)
    return 2
  }
  const found = await findToErase(db, asked.what)
  if (!found) {
    err('Nothing here belongs to this address, number or id.')
    return 1
  }
  const files = await openFileStore(join(config.dataFolder, 'files'))
  const ledger = join(config.dataFolder, ledgerName)
  const services = { db, files, pointedAt: filesPointedAt(db), ledger }
  const erased = { reason: asked.reason, by: undefined, at: systemClock.now() }
  const outcome = asked.dryRun ? 'would be erased' : await eraseFound(services, found, erased)
  if (outcome === 'last-administrator') {
    err('The last administrator cannot be erased. Make somebody else administrator first.')
    return 1
  }
  for (const [name, count] of tollOf(found)) out(`${outcome}: ${count} ${name}`)
  return 0
}

/** Whoever runs the machine may do what an administrator may. */
export const erase: Verb = { name: 'erase', usage, run }
