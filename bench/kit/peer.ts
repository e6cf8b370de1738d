import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nodeOptions } from '../../setup/node.mjs'
import { freePort } from '../../setup/testing/free-port.ts'
import type { Connection } from '../../src/platform/db/cluster/index.ts'

const program = fileURLToPath(new URL('./bare-handler.ts', import.meta.url))

export interface Peer {
  url: string
  pid: number
  stop(): Promise<void>
}

/** Starts the bare handler on the product's own database server. */
export async function startPeer({ host, user, database }: Connection): Promise<Peer> {
  const port = await freePort()
  const args = [...nodeOptions, '--import', 'tsx', program, host, user, database, String(port)]
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
