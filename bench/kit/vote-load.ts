import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import type { Product } from '../../setup/testing/product.ts'
import { newCode } from '../../src/docket/comments/secrets.ts'
import { ask } from './stored-comments.ts'

const STATEMENTS = 100

export interface VoteLoad {
  url: string
  /** Where the API of the deliberation is. */
  path: string
  connections: number
  seconds: number
}

export interface MeasuredVotes {
  perSecond: number
  p50: number
  p99: number
  acknowledged: Set<string>
  statuses: Map<number, number>
}

/** An open deliberation with a hundred statements, made past the product; answers its address. */
export async function openDeliberation(product: Product, docket: string): Promise<string> {
  const [found] = await ask<{ id: string; slug: string }>(
    product,
    'select process.id, slug from processes.process join requests.request on process_id = process.id where docket = $1',
    docket,
  )
  if (!found) throw new Error('There is no process.')
  const id = randomUUID()
  await ask(
    product,
    `insert into deliberation.deliberation (id, process_id, number, title, intro, language, opens_at, closes_at, zone,
      electorate, created_at, published_at, statements) values ($1, $2, 1, 'Bench', '', 'en', now() - interval '1 day',
      now() + interval '9 days', 'UTC', 'anyone', now(), now(), $3)`,
    ...[id, found.id, STATEMENTS],
  )
  await ask(
    product,
    `insert into deliberation.statement (id, deliberation_id, number, origin, state, version_id, text_sha256, leaf_id, at)
      select gen_random_uuid(), $1, number, 'seeded', 'posted', gen_random_uuid(),
        encode(sha256(number::text::bytea), 'hex'), gen_random_uuid(), now()
      from generate_series(1, $2::int) as number`,
    ...[id, STATEMENTS],
  )
  return `/api/processes/${found.slug}/deliberations/1/votes`
}

async function send(
  { url, connections, seconds }: Omit<VoteLoad, 'path'>,
  request: Pick<autocannon.Request, 'path' | 'setupRequest'>,
  idOf: (body: string) => string,
): Promise<MeasuredVotes> {
  const [acknowledged, statuses] = [new Set<string>(), new Map<number, number>()]
  const json = { 'content-type': 'application/json', accept: 'application/json' }
  const one: autocannon.Request = {
    ...{ method: 'POST', headers: json, ...request },
    onResponse(status, body) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 201) acknowledged.add(idOf(body))
    },
  }
  const result = await autocannon({ url, connections, duration: seconds, timeout: 30, requests: [one] })
  const { p50, p99 } = result.latency
  return { perSecond: acknowledged.size / result.duration, p50, p99, acknowledged, statuses }
}

const address = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
const words = ['agree', 'disagree', 'pass']
let sent = 0
let code = newCode()

/** New votes without end: each voter votes once on each statement, from an address of their own. */
export function sendVotes({ path, ...load }: VoteLoad): Promise<MeasuredVotes> {
  const setupRequest = (given: autocannon.Request) => {
    if (sent % STATEMENTS === 0) code = newCode()
    const body = JSON.stringify({
      statement: (sent % STATEMENTS) + 1,
      vote: words[sent % 3],
      matters: sent % 7 === 0,
    })
    sent += 1
    const headers = { ...given.headers, 'resume-code': code, 'x-forwarded-for': address(sent) }
    return { ...given, headers, body }
  }
  return send(load, { path, setupRequest }, (body) => (JSON.parse(body) as { id: string }).id)
}

/** Rows of the length of a vote, for the bare handler. */
export function sendRows(load: Omit<VoteLoad, 'path'>): Promise<MeasuredVotes> {
  const setupRequest = (given: autocannon.Request) => ({
    ...given,
    body: JSON.stringify({ idempotencyKey: randomUUID(), answers: [{ text: 'agree' }] }),
  })
  const path = '/api/requests/BENCH/comments'
  return send(load, { path, setupRequest }, (body) => (JSON.parse(body) as { number: string }).number)
}
