import { once } from 'node:events'
import { type MessagePort, workerData } from 'node:worker_threads'
import { doWork } from './do-work.ts'
import { attachInstallation } from './installation.ts'
import type { Connection } from './platform/db/index.ts'
import { configOrExit } from './program.ts'
import type { WorkTables } from './work.ts'

const { port, connection } = workerData as { port: MessagePort; connection: Connection }
const log = (line: string) => port.postMessage(line)

const asked = once(port, 'message')
const installation = await attachInstallation<WorkTables>(configOrExit(), connection, { log })
await doWork(installation, asked, log)
port.close()
