import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyOf } from './words.ts'

/** Senders who do what a browser's user does: send, and send the same again until an answer comes. */
export interface Senders {
  /** The key that a comment's words begin with → its tracking number, for every comment that was acknowledged. */
  acknowledged: Map<string, string>
  /** Keys that were answered with one number first and with another later. */
  contradicted: string[]
  /** How often a comment was sent again because no answer came, or one that said to come again. */
  retries(): number
  /** Waits until so many more were acknowledged. */
  untilAcknowledged(more: number): Promise<void>
  /** No new comment from here on; waits until each that was begun is acknowledged. */
  finish(): Promise<void>
}

interface Told {
  number: string
}

async function post(url: string, body: string): Promise<Told | undefined> {
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
    const text = await answer.text()
    if (answer.ok) return JSON.parse(text) as Told
    if (answer.status === 503) return undefined
    throw new Error(`A comment was answered with ${answer.status}: ${text}`)
  } catch (error) {
    const wasCut = error instanceof TypeError || (error as Error).name === 'TimeoutError'
    if (wasCut) return undefined
    throw error
  }
}

/** Of ten comments one is sent twice though it was answered: a double click, or a proxy that repeats. */
const clicksTwice = () => Math.random() < 0.1

export function startSenders(address: string, docket: string, count: number, bytes = 2048): Senders {
  const url = `${address}/api/requests/${docket}/comments`
  const acknowledged = new Map<string, string>()
  const contradicted: string[] = []
  let retries = 0
  let ending = false

  async function sendOnce(key: string): Promise<void> {
    let told = await post(url, bodyOf(key, bytes))
    for (; !told; told = await post(url, bodyOf(key, bytes))) {
      retries += 1
      await sleep(50 + Math.random() * 100)
    }
    const before = acknowledged.get(key)
    if (before !== undefined && before !== told.number) contradicted.push(key)
    else acknowledged.set(key, told.number)
  }

  async function send(): Promise<void> {
    while (!ending) {
      const key = randomUUID()
      await sendOnce(key)
      if (clicksTwice()) await sendOnce(key)
    }
  }

  const sending = Promise.all(Array.from({ length: count }, send))
  sending.catch(() => {})
  return {
    acknowledged,
    contradicted,
    retries: () => retries,
    async untilAcknowledged(more) {
      const target = acknowledged.size + more
      const failed = sending.then(() => Promise.reject(new Error('The senders have stopped.')))
      const reached = (async () => {
        while (acknowledged.size < target) await sleep(5)
      })()
      await Promise.race([reached, failed])
    },
    async finish() {
      ending = true
      await sending
    },
  }
}
