import { accessSync, constants } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { Config } from '../../platform/config.ts'
import { isPrivate, makeDataFolder } from '../../platform/data-folder.ts'
import { loadKeys } from '../../platform/keys.ts'
import { type Finding, fine, problem } from './finding.ts'

export function lookAtFolder({ dataFolder }: Config): Finding {
  makeDataFolder(dataFolder)
  accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  return isPrivate(dataFolder)
    ? fine('data folder', dataFolder)
    : problem('data folder', `Others can look into ${dataFolder}. Run: chmod 700 '${dataFolder}'`)
}

const gigabyte = 1024 ** 3

export async function lookAtDisk({ dataFolder }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataFolder)
  const free = bavail * bsize
  const says = `${(free / gigabyte).toFixed(1)} GB free`
  return free > gigabyte
    ? fine('disk', says)
    : problem('disk', `Only ${says}. Make room, or move PARLEY_DATA.`)
}

export function lookAtKeys({ keysFolder }: Config): Finding {
  loadKeys(keysFolder)
  return fine('keys', `${keysFolder}, readable by you only; keep a copy elsewhere`)
}
