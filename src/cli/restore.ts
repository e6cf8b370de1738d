import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupRefused, type Restored, restoreBackup } from '../backup/index.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'FILE [--last-checkpoint FILE] [--erasures FILE]: restore a backup into an empty data folder and database, and verify it.'

function readArguments(args: readonly string[]) {
  const options = { 'last-checkpoint': { type: 'string' }, erasures: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new BackupRefused('Name the one file to restore.')
  return { file: resolve(file), lastCheckpoint: values['last-checkpoint'], erasures: values.erasures }
}

function tell({ out, err, config }: Context, { backup, later, erasures }: Restored): void {
  const { leaves, tables, files } = backup.manifest
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  out(`Restored into ${config.dataFolder}: ${rows} rows, ${files.count} files, ${leaves} leaves of the log.`)
  for (const sha256 of files.missing) err(`Was missing when the backup was made: file ${sha256}`)
  err(
    `${erasures} erasures stand in the ledger; the next start applies those that are missing before it serves.`,
  )
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
  } else {
    err(
      'If comments were taken after that moment, they are not here: their receipts prove that they were received,',
    )
    err(
      'and the log that goes on from here will not hold them, which outsiders will notice. If you have a newer',
    )
    err(
      'checkpoint, restore again with --last-checkpoint FILE, so that no second history is signed by mistake.',
    )
    err('Do not serve this copy beside the original under the same key.')
  }
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
