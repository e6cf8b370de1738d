import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type ErasingTables,
  eraseFound,
  type Found,
  findToErase,
  ledgersIn,
  type Toll,
  tollOf,
} from '../erasing/index.ts'
import { listReasons } from '../moderation/index.ts'
import { openFileStore } from '../platform/files/index.ts'
import { systemClock } from '../platform/time.ts'
import type { RequestsTables } from '../requests/index.ts'
import { filesPointedAt } from '../tidy.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'ADDRESS-or-NUMBER-or-ID [--reason CODE] [--yes]: say what would be erased of a person, an address or one comment; with --yes, erase it.'

function readArguments(args: readonly string[]) {
  const options = {
    reason: { type: 'string', default: 'asked-for' },
    yes: { type: 'boolean', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [what, ...more] = positionals
    if (!what || more.length > 0)
      return { problem: 'Name one e-mail address, tracking number or person’s id.' }
    return { what, ...values }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

const names: Record<keyof Toll, string> = {
  comments: 'comments',
  files: 'attached files',
  claims: 'claims made with this address',
  letters: 'letters sent or waiting',
  rows: 'rows of imported files that did not become comments',
  signatures: 'signatures under comments of others',
  account: 'account',
  roles: 'roles',
  sessions: 'sessions',
  representations: 'organisations spoken for',
}

function tell({ out, err }: Context, found: Found, erased: boolean): void {
  out(`${erased ? 'Erased' : 'Would be erased'}: ${found.called}`)
  for (const [name, count] of tollOf(found)) out(`  ${count} ${names[name]}`)
  if (found.numbers.length > 0) out(`  ${found.numbers.join(', ')}`)
  if (found.unfinished > 0)
    err(`${found.unfinished} files are still to be brought in. When they are done, look again.`)
  if (!erased) err('Nothing was erased. Say --yes to erase it for good.')
}

const refusals = {
  'last-administrator': 'The last administrator cannot be erased. Make somebody else administrator first.',
  'ledger-not-written':
    'The ledger of erasures cannot be written, so nothing more was erased. Make room, then ask again.',
}

async function run(args: readonly string[], context: Context): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    context.err(`${asked.problem}\nUsage: ./parley erase ${usage}`)
    return 2
  }
  const { config, err } = context
  const { db } = await context.open<ErasingTables & RequestsTables>()
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
  const services = { db, files, pointedAt: filesPointedAt(db), ...ledgersIn(config) }
  const erased = { reason: asked.reason, by: undefined, at: systemClock.now() }
  const outcome = asked.yes ? await eraseFound(services, found, erased) : 'shown'
  if (outcome === 'shown' || outcome === 'erased') tell(context, found, asked.yes)
  else err(refusals[outcome])
  return outcome in refusals ? 1 : 0
}

/** Whoever runs the machine may do what an administrator may. */
export const erase: Verb = { name: 'erase', usage, run }
