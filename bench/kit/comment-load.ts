import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { bodyOf } from './words.ts'

/** What was sent and what was answered: kept here, outside of what is measured. */
export interface Ledger {
  /** The key that a comment's words begin with → its tracking number, for every comment that was acknowledged. */
  acknowledged: Map<string, string>
  /** How many answers there were of each status. */
  statuses: Map<number, number>
  /** Answers of 503 that did not say when to come again. */
  withoutRetryAfter: number
}

export interface Load {
  url: string
  docket: string
  connections: number
  seconds: number
  /** Length of the words of one comment, in bytes. */
  bytes: number
}

export interface Measured {
  perSecond: number
  p50: number
  p99: number
  ledger: Ledger
}

type Headers = Record<string, string>

function note(ledger: Ledger, key: string, status: number, body: string, headers: Headers): void {
  ledger.statuses.set(status, (ledger.statuses.get(status) ?? 0) + 1)
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  if (status === 503 && !names.includes('retry-after')) ledger.withoutRetryAfter += 1
  if (status !== 200 && status !== 201) return
  ledger.acknowledged.set(key, (JSON.parse(body) as { number: string }).number)
}

/** Sends comments as fast as the connections allow, each with a key of its own, and keeps the ledger. */
export async function sendComments({ url, docket, connections, seconds, bytes }: Load): Promise<Measured> {
  const ledger: Ledger = { acknowledged: new Map(), statuses: new Map(), withoutRetryAfter: 0 }
  const request: autocannon.Request = {
    method: 'POST',
    path: `/api/requests/${docket}/comments`,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    setupRequest(given, context) {
      const key = randomUUID()
      Object.assign(context, { key })
      return { ...given, body: bodyOf(key, bytes) }
    },
    onResponse(status, body, context, headers) {
      note(ledger, (context as { key: string }).key, status, body, (headers ?? {}) as Headers)
    },
  }
  const result = await autocannon({ url, connections, duration: seconds, timeout: 30, requests: [request] })
  const { p50, p99 } = result.latency
  return { perSecond: ledger.acknowledged.size / result.duration, p50, p99, ledger }
}
