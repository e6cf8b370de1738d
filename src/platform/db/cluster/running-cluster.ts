import { join } from 'node:path'
import { lockHolder } from '../../lock.mjs'
import { answers, type Connection, connectionAt } from './connection.ts'
import { homeOf } from './place.ts'
import { findPostmaster } from './postmaster.ts'

/** How to reach the cluster that another living process runs in a folder, once that one is ready. */
export async function runningCluster(folder: string): Promise<Connection | undefined> {
  const home = homeOf(folder)
  if (!lockHolder(join(home, 'lock'))) return undefined
  const postmaster = findPostmaster(home)
  if (!postmaster) return undefined
  const connection = connectionAt(postmaster.host)
  return (await answers(connection.host, connection.database)) ? connection : undefined
}
