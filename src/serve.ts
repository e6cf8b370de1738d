import { type Installation, openInstallation } from './installation.ts'
import type { Config } from './platform/config.ts'
import { writeAddress } from './platform/data-folder.ts'
import type { Loop } from './platform/loop.ts'
import { untilAskedToEnd } from './until-asked-to-end.ts'

/** What answers requests, as far as starting and stopping go. */
export interface Served {
  listen(where: { port: number; host: string }): Promise<string>
  /** Takes no new request and waits for those that run. */
  close(): Promise<unknown>
  server: { closeAllConnections(): void }
}

interface Built {
  app: Served
  /** What whoever starts the installation should know besides its address. */
  lines: string[]
}

type Log = (line: string) => void

export interface Serving<Tables> {
  build(installation: Installation<Tables>): Promise<Built>
  /** Starts what works beside the web process. */
  startWork(installation: Installation<Tables>, log: Log): Loop | Promise<Loop>
}

const longestRequest = 20_000

/** Lets running requests end; one that takes too long is cut, so that a stop always comes to its end. */
async function drain(app: Served): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), longestRequest)
  await app.close()
  clearTimeout(cut)
}

async function listen(app: Served, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new Error(`Another program has port ${port} on ${host}. Stop it, or set PORT to another number.`)
    }
    throw new Error(`Parley cannot listen on port ${port} of ${host}: ${message}. Set PORT and HOST.`)
  }
}

async function answerUntil<Tables>(
  asked: Promise<void>,
  installation: Installation<Tables>,
  { build, startWork }: Serving<Tables>,
  log: Log,
): Promise<void> {
  const { app, lines } = await build(installation)
  try {
    await listen(app, installation.config)
    writeAddress(installation.config.dataFolder, installation.config.url)
    const work = await startWork(installation, log)
    for (const line of [`Parley is ready at ${installation.config.url}`, ...lines]) log(line)
    await asked
    log('Stopping …')
    await work.stop()
  } finally {
    await drain(app)
  }
}

/** Serves an installation until asked to end; then requests end first, and its database last. */
export async function serve<Tables>(
  config: Config,
  serving: Serving<Tables>,
  log: Log,
  asked: Promise<void> = untilAskedToEnd(),
): Promise<number> {
  const installation = await openInstallation<Tables>(config, { log })
  try {
    await answerUntil(asked, installation, serving, log)
  } finally {
    await installation.close()
  }
  return 0
}
