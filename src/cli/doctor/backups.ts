import { readLastBackup } from '../../backup/index.ts'
import type { Config } from '../../platform/config.ts'
import type { Clock } from '../../platform/time.ts'
import { type Finding, fine, problem } from './finding.ts'

const DAY = 86_400_000
const oldest = 8

export function lookAtBackups({ dataFolder }: Config, clock: Clock): Finding {
  const last = readLastBackup(dataFolder)
  if (!last) return fine('backup', 'none made here yet; ./parley backup FOLDER makes one')
  const days = Math.floor((clock.now().getTime() - last.at.getTime()) / DAY)
  const says = `${last.file}, made ${days === 0 ? 'within a day' : `${days} days ago`}`
  return days < oldest ? fine('backup', says) : problem('backup', `The last is ${says}. Make one each night.`)
}
