export type { Connection } from './connection.ts'
export { runningCluster } from './running-cluster.ts'
export { type Cluster, FolderInUse, startCluster } from './start-cluster.ts'
