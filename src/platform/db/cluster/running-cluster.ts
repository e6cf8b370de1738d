import { join } from 'node:path'
import { lockHolder } from '../../lock.mjs'
import { type Connection, connectionAt } from './connection.ts'
import { homeOf } from './place.ts'
import { findPostmaster } from './postmaster.ts'

/** How to reach the cluster that another living process runs in a folder, if one does. */
export function runningCluster(folder: string): Connection | undefined {
  const home = homeOf(folder)
  if (!lockHolder(join(home, 'lock'))) return undefined
  const postmaster = findPostmaster(home)
  return postmaster && connectionAt(postmaster.host)
}
