import fc from 'fast-check'
import type { GatedRoute } from '../../src/participants/index.ts'
import { type TestApp, testApp } from '../../src/testing.ts'
import { addressesOf, type Places } from './crawl.ts'
import { canaries, fillHouse, type Secret } from './fill-house.ts'
import { readable } from './readable.ts'

/** What the one house holds where the other holds something else: of other length, and other words. */
export const values = ['Ostrich', 'Hummingbird galore'] as const

export const askers = ['guest', 'nobody', 'moderator elsewhere'] as const

export interface House {
  house: TestApp
  cookies: Record<(typeof askers)[number], string | undefined>
}

export async function openOne(secret: Secret, value: string): Promise<House> {
  const house = await testApp()
  const { other } = await fillHouse(house, { ...canaries, [secret]: value })
  const cookies = {
    guest: undefined,
    nobody: (await house.signInAs()).cookie,
    'moderator elsewhere': (await house.signInAs({ role: 'moderator', process: other.processId })).cookie,
  }
  return { house, cookies }
}

export interface Asked {
  address: string
  form?: Readonly<Record<string, string>>
}

const numbers = Array.from({ length: 13 }, (_, at) => `EX-2026-0001-${String(at + 1).padStart(4, '0')}`)
const docket = 'EX-2026-0001'
const nowhere = '018e0000-0000-7000-8000-000000000001'
const names = [
  ':organisation',
  ':person',
  ':mail',
  ':claim',
  ':import',
  ':paper',
  ':representation',
  ':session',
  ':passkey',
  ':interest',
  ':signatory',
  ':code',
  ':excerpt',
  ':campaign',
  ':sentence',
  ':contest',
]
const places: Places = {
  docket: [docket, 'EX-2026-0009'],
  about: [docket, 'ex-2026-0001', 'ex-2026-0009'],
  number: numbers,
  attachment: ['1', '2'],
  slug: ['ex-2026-0001', 'ex-2026-0009'],
  file: ['comments.jsonl', 'comments.csv', 'regulations-gov.csv', 'nothing.css'],
  issue: ['1'],
  // A draft; one that is open hands a new code to each who comes, which no two houses do alike.
  deliberation: ['2'],
  statement: ['1'],
  vote: [nowhere],
  version: ['1'],
  level: ['0'],
  '*': ['000.p/1'],
  secret: ['unknown'],
  mark: [nowhere],
  membership: [nowhere],
  ...Object.fromEntries(names.map((name) => [name.slice(1), [nowhere]])),
}

/** Looked-for words: what is secret in the one house and in the other, what is public, and what is nowhere. */
const words = fc
  .array(
    fc.constantFrom(
      'ostrich',
      'hummingbird',
      'galore',
      'updates',
      'years',
      'Ada',
      'plan',
      '-years',
      '"of updates"',
      'or',
      'canarywithheldname',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.join(' '))
const filter = {
  words,
  group: fc.constantFrom('users', 'academia'),
  language: fc.constantFrom('en', 'fr', 'xx'),
  state: fc.constantFrom('all', 'posted', 'withheld', 'withdrawn', 'nonsense'),
  question: fc.constantFrom('1', '2', '9'),
  attachments: fc.constantFrom('with', 'without'),
  channel: fc.constantFrom('web-form', 'bulk-import'),
  joint: fc.constantFrom('only', 'without'),
  time: fc.constantFrom('late', 'in-time'),
  sort: fc.constantFrom('newest', 'oldest'),
  from: fc.constantFrom(`2026-02-26T12:03:00.000Z~${nowhere}`, 'nonsense'),
}
/** Few at a time: many together find nothing in either house, and so tell nothing. */
const filters = fc
  .tuple(fc.subarray(Object.keys(filter), { maxLength: 2 }), fc.record(filter))
  .map(([names, all]) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))))

const narrowed = fc
  .tuple(
    fc.constantFrom(
      `/requests/${docket}/comments`,
      `/api/requests/${docket}/comments`,
      `/requests/${docket}/comments.atom`,
      `/requests/${docket}/dataset/comments.jsonl`,
      `/requests/${docket}/dataset/comments.csv`,
    ),
    filters,
  )
  .map(([path, asked]): Asked => ({ address: `${path}?${new URLSearchParams(asked)}` }))
const searched = words.map((asked): Asked => ({ address: `/search?words=${encodeURIComponent(asked)}` }))
const sent = fc.constantFrom<Asked>(
  { address: '/was-my-name-used', form: { email: 'ostrich@example.org', name: 'Ostrich' } },
  { address: '/was-my-name-used', form: { email: 'nobody@example.org', name: 'Hummingbird galore' } },
  { address: '/comment-key', form: { number: 'EX-2026-0001-0008', key: 'AAAAA-AAAAA-AAAAA-AAAAA' } },
  { address: '/resume', form: { code: 'AAAAA-AAAAA-AAAAA-AAAAA' } },
  { address: '/comments/EX-2026-0001-0002/object', form: { words: 'Ostrich' } },
  { address: '/comments/EX-2026-0001-0002/claim', form: { name: '', email: '', whose: '', words: '' } },
)

/** Sequences of requests of somebody who is entitled to nothing, the same for the same seed. */
export function sequences(routes: readonly GatedRoute[], count: number, seed: number): Asked[][] {
  const read = routes.filter(({ method, action }) => method === 'GET' && action !== 'sign-out')
  const plain = read.flatMap((route) => addressesOf(route, places)).map((address): Asked => ({ address }))
  const one = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...plain) },
    { weight: 5, arbitrary: narrowed },
    { weight: 1, arbitrary: searched },
    { weight: 1, arbitrary: sent },
  )
  return fc.sample(fc.array(one, { minLength: 3, maxLength: 8 }), { numRuns: count, seed })
}

/** What is drawn by lot in each house, and what commits to words without telling them, made alike. */
function alike(text: string): string {
  const ids = new Map<string, string>()
  return text
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, (id) => {
      ids.set(id, ids.get(id) ?? `id ${ids.size}`)
      return ids.get(id) ?? ''
    })
    .replace(/(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}/g, 'code')
    .replace(/name="key" value="[\w-]{24}"/g, 'key')
    .replace(/\b[0-9a-f]{64}\b/g, 'hash')
    .replace(/[\w+/-]{42,}={0,2}/g, 'drawn')
}

/** All that a house answers: status, headers and body, as the bytes are but for what is drawn by lot. */
export async function answerOf(
  { house, cookies }: House,
  { address, form }: Asked,
  asker: (typeof askers)[number],
  from: string,
): Promise<string> {
  const cookie = cookies[asker]
  const answer = await house.app.inject({
    method: form ? 'POST' : 'GET',
    url: address,
    remoteAddress: from,
    headers: {
      accept: 'text/html',
      ...(cookie && { cookie }),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form && { payload: new URLSearchParams(form).toString() }),
  })
  const { date: _, ...headers } = answer.headers
  return alike(`${answer.statusCode} ${JSON.stringify(headers)}\n${readable(answer.rawPayload)}`)
}
