import { clusterFolder } from '../../installation.ts'
import type { Config } from '../../platform/config.ts'
import { findBinaries, findOwner, runningCluster } from '../../platform/db/cluster/index.ts'
import { serverFaults } from '../../platform/db/index.ts'
import type { Context } from '../verb.ts'
import { type Finding, fine, problem } from './finding.ts'

export async function lookAtPrograms({ databaseUrl, dataFolder }: Config): Promise<Finding> {
  if (databaseUrl) return fine('PostgreSQL programs', 'not needed, since DATABASE_URL names a database')
  const owner = findOwner()
  const { postgres } = await findBinaries(owner, dataFolder)
  return fine('PostgreSQL programs', `${postgres}, run as ${owner.name}`)
}

export async function lookAtDatabase({ config, open }: Context): Promise<Finding> {
  const running = !config.databaseUrl && (await runningCluster(clusterFolder(config)))
  const { db } = await open<unknown>()
  const faults = await serverFaults(db)
  if (faults.length > 0) return problem('database', faults.join(' '))
  if (config.databaseUrl) return fine('database', 'answers at DATABASE_URL, and keeps what it takes')
  return fine('database', running ? 'running beside a server' : 'not running; starts and keeps what it takes')
}
