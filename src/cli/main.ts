import { type Config, readConfig } from '../platform/config.ts'
import { addressIn } from '../platform/data-folder.ts'
import { runProgram } from '../program.ts'
import { analyseVerb } from './analyse.ts'
import { backup } from './backup.ts'
import { campaigns } from './campaigns.ts'
import { makeContext } from './context.ts'
import { doctor } from './doctor/index.ts'
import { erase } from './erase.ts'
import { importVerb } from './import.ts'
import { opinions } from './opinions.ts'
import { request } from './request.ts'
import { restore } from './restore.ts'
import { signInLink } from './sign-in-link.ts'
import type { Verb } from './verb.ts'

const verbs: readonly Verb[] = [
  analyseVerb,
  backup,
  campaigns,
  doctor,
  erase,
  importVerb,
  opinions,
  request,
  restore,
  signInLink,
]

const alwaysThere = [
  ['serve', 'Serve the pages, with worker and database unless told otherwise.'],
  ['work', 'Only work: send mail, run timers.'],
  ['help', 'Show this.'],
]

function help(): void {
  console.log('Usage: ./parley VERB …\n')
  const known = [...alwaysThere, ...verbs.map(({ name, usage }) => [name, usage])]
  for (const [name = '', usage] of known) console.log(`  ${name.padEnd(13)} ${usage}`)
  console.log('\nSettings come from the environment; `./parley doctor` says what is wrong with them.')
}

function unknown(name: string): number {
  console.error(`There is no verb “${name}”. \`./parley help\` lists those there are.`)
  return 2
}

/** Links are printed with the address that people use, also where only the server was told of it. */
function withServedAddress(config: Config): Config {
  const told = process.env['PARLEY_URL'] || process.env['PORT']
  return { ...config, url: (told ? undefined : addressIn(config.dataFolder)) ?? config.url }
}

async function runVerb(verb: Verb, args: readonly string[], config: Config): Promise<number> {
  const { context, close } = makeContext(config)
  try {
    return await verb.run(args, context)
  } finally {
    await close()
  }
}

async function dispatch([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    help()
    return 0
  }
  const verb = verbs.find((one) => one.name === name)
  if (!verb) return unknown(name)
  const config = readConfig(process.env)
  if ('problems' in config) throw new Error(config.problems.join('\n'))
  return runVerb(verb, args, withServedAddress(config))
}

await runProgram(() => dispatch(process.argv.slice(2)))
