import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { clusterFolder } from '../../installation.ts'
import type { Config } from '../../platform/config.ts'
import { runningCluster } from '../../platform/db/cluster/index.ts'
import { openScanner } from '../../platform/files/index.ts'
import { type Finding, fine, problem } from './finding.ts'

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

export async function lookAtPort(config: Config): Promise<Finding> {
  const { port, host } = config
  if (await isFree(port, host)) return fine('port', `${port} on ${host} is free`)
  if (await runningCluster(clusterFolder(config)))
    return fine('port', `${port} is in use, and Parley is running`)
  return problem(
    'port',
    `${port} on ${host} cannot be used. Stop the program that has it, or set PORT or HOST.`,
  )
}

async function answers(url: URL): Promise<boolean> {
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587)
  const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port, timeout: 5_000 })
  socket.on('timeout', () => socket.destroy(new Error('timeout')))
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

export async function lookAtScanner({ scanner }: Config): Promise<Finding> {
  if (!scanner) return fine('virus scanner', 'none; set CLAMD to have files checked before they are kept')
  const where = 'path' in scanner ? scanner.path : `${scanner.host}:${scanner.port}`
  if (await openScanner(scanner).answers()) return fine('virus scanner', `clamd answers at ${where}`)
  return problem(
    'virus scanner',
    `No clamd answers at ${where}, and no file is taken until it does. Start it, or check CLAMD.`,
  )
}

export async function lookAtMail({ mail, url }: Config): Promise<Finding> {
  if (!mail.smtpUrl) return fine('mail', `no SMTP settings: letters wait in the mailbox at ${url}`)
  const server = new URL(mail.smtpUrl)
  if (await answers(server)) return fine('mail', `${server.host} answers; letters come from ${mail.from}`)
  return problem('mail', `${server.host} does not answer. Check SMTP_URL or SMTP_HOST, and your firewall.`)
}
