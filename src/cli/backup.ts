import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupRefused, type MadeBackup, makeBackup, sizeInWords } from '../backup/index.ts'
import type { ErasingTables } from '../erasing/index.ts'
import type { Context, Verb } from './verb.ts'

const usage = 'FOLDER [--without-keys]: write all there is (comments, files, keys) into a new file there.'
const mostShown = 10

function readArguments(args: readonly string[]): { folder: string; keys: boolean } {
  const options = { 'without-keys': { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0)
    throw new BackupRefused('Name one folder to write the backup into, best on another disk.')
  return { folder: resolve(folder), keys: !values['without-keys'] }
}

function tell({ err, out }: Context, { file, bytes, manifest }: MadeBackup, keys: boolean): void {
  const { missing } = manifest.files
  if (missing.length > 0) {
    err(`${missing.length} files that comments name are not here any more, so the backup lacks them:`)
    for (const sha256 of missing.slice(0, mostShown)) err(`  ${sha256}`)
  }
  err(`${sizeInWords(bytes)}, with ${manifest.leaves} leaves of the log.`)
  err(
    keys
      ? 'It holds secrets: what is not public, and the key that signs the log. Keep it where only you can read it.'
      : 'It holds what is not public, and no keys: without log-key.pem, kept elsewhere, it cannot be restored.',
  )
  out(file)
}

export const backup: Verb = {
  name: 'backup',
  usage,
  async run(args, context) {
    try {
      const { folder, keys } = readArguments(args)
      const installation = await context.open<ErasingTables>()
      tell(context, await makeBackup(installation, { folder, keys, tell: context.err }), keys)
      return 0
    } catch (error) {
      context.err((error as Error).message)
      context.err(`No backup was made. Usage: ./parley backup ${usage}`)
      return 1
    }
  },
}
