import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupRefused, type Restored, restoreBackup } from '../backup/index.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'FILE [--last-checkpoint FILE] [--erasures FILE] [--skip-damaged-erasures]: restore a backup into an empty data folder and database, and verify it.'

function readArguments(args: readonly string[]) {
  const options = {
    'last-checkpoint': { type: 'string' },
    erasures: { type: 'string' },
    'skip-damaged-erasures': { type: 'boolean', default: false },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new BackupRefused('Name the one file to restore.')
  return {
    file: resolve(file),
    lastCheckpoint: values['last-checkpoint'],
    erasures: values.erasures,
    skipDamagedErasures: values['skip-damaged-erasures'],
  }
}

function tellErasures({ err }: Context, { backup, erasures, erased, ledgers }: Restored): void {
  err(`${erasures} erasures stand in the ledger; ${erased} of them were done again just now.`)
  for (const file of ledgers) err(`The ledger ${file} was used.`)
  if (ledgers.length > 0) return
  err(
    `NO LEDGER newer than the backup was named or found: whoever was erased after ${backup.head.at} is back, with all their words.`,
  )
  err('If you have a newer erasures.jsonl anywhere, do not serve this: restore again with --erasures FILE.')
}

function tellCheckpoint({ err }: Context, { backup, later }: Restored): void {
  err(`Receipts for what came before ${backup.head.at} verify as before.`)
  if (later > 0) {
    err(
      `The log was signed for ${later} more leaves after this backup. They are lost, and with them their comments:`,
    )
    err(
      'their receipts still prove that they were received, and that the log held them. The log is NOT SIGNED',
    )
    err(
      'any further until you restore a newer backup, or move last-checkpoint.txt away from the keys knowingly.',
    )
    return
  }
  err(
    'NO CHECKPOINT newer than the backup was named or found: the log GOES ON BEING SIGNED from here. If comments',
  )
  err(
    'were taken after that moment, they are not here; their receipts prove that they were received, and outsiders',
  )
  err(
    'will see two histories under one key. If you or a witness have a newer checkpoint, do not serve this: restore',
  )
  err('again with --last-checkpoint FILE. Do not serve this copy beside the original under the same key.')
}

function tell(context: Context, restored: Restored): void {
  const { leaves, tables, files } = restored.backup.manifest
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  context.out(
    `Restored into ${context.config.dataFolder}: ${rows} rows, ${files.count} files, ${leaves} leaves of the log.`,
  )
  for (const sha256 of files.missing) context.err(`Was missing when the backup was made: file ${sha256}`)
  tellErasures(context, restored)
  tellCheckpoint(context, restored)
}

export const restore: Verb = {
  name: 'restore',
  usage,
  async run(args, context) {
    try {
      const asked = readArguments(args)
      const finish = async () => {}
      tell(context, await restoreBackup(context.config, { ...asked, finish, tell: context.err }))
      return 0
    } catch (error) {
      context.err((error as Error).message)
      return 1
    }
  },
}
