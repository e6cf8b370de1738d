import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, get, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clusterFolder } from './installation.ts'
import { type Config, readConfig } from './platform/config.ts'
import { runningCluster } from './platform/db/cluster/index.ts'
import { type Served, serve } from './serve.ts'
import { startWork, type WorkTables } from './work.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync('/tmp/parley-serve-')
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

function config(port: number): Config {
  const read = readConfig({ PARLEY_DATA: `${folder}/data`, PORT: String(port) })
  if ('problems' in read) throw new Error(read.problems.join())
  return read
}

function served(answer: RequestListener): Served & { port(): number } {
  const server = createServer(answer)
  return {
    server,
    port: () => (server.address() as AddressInfo).port,
    listen: ({ port, host }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => resolve(''))
      }),
    close: () => new Promise((closed) => server.close(closed)),
  }
}

const bodyOf = (port: number) =>
  new Promise<string>((resolve, reject) => {
    get({ port, host: 'localhost', agent: false }, (response) => {
      response.setEncoding('utf8').on('data', resolve)
    }).on('error', reject)
  })

describe('A server', () => {
  test('that is asked to end answers those it has begun to answer, and leaves nothing running', async () => {
    const lines: string[] = []
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    let ask = () => {}
    const asked = new Promise<void>((resolve) => {
      ask = resolve
    })
    const ending = serve<WorkTables>(
      config(0),
      {
        startWork,
        build: async ({ pool }) => {
          const app = served(async (_request, response) => {
            begin()
            await sleep(500)
            const { rows } = await pool.query(`select 'your comment is safe' as said`)
            response.end(rows[0].said)
          })
          void until(() => lines.length > 1).then(async () => {
            const answer = bodyOf(app.port())
            await begun
            ask()
            lines.push(await answer)
          })
          return { app, lines: ['And more.'] }
        },
      },
      (line) => lines.push(line),
      asked,
    )
    expect(await ending).toBe(0)
    await until(() => lines.includes('your comment is safe'))
    expect(lines.slice(0, 2)).toEqual(['Parley is ready at http://localhost:0', 'And more.'])
    expect(await runningCluster(clusterFolder(config(0)))).toBeUndefined()
  })

  test('that finds its port taken says so, and leaves nothing running', async () => {
    const other = served(() => {})
    await other.listen({ port: 0, host: 'localhost' })
    const app = served(() => {})
    const attempt = serve<WorkTables>(
      config(other.port()),
      { startWork, build: async () => ({ app, lines: [] }) },
      () => {},
      Promise.resolve(),
    )
    await expect(attempt).rejects.toThrow(`Another program has port ${other.port()}`)
    expect(await runningCluster(clusterFolder(config(0)))).toBeUndefined()
    await other.close()
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}
