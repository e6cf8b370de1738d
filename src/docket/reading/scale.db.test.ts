import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { countWaiting, findNextWaiting } from '../posting/store.ts'
import { type DocketTables, openRequest } from '../posting/testing.ts'
import type { Asked } from './address.ts'
import { noFilters } from './model.ts'
import { readComment } from './read-comment.ts'
import { readChoices, readCounts, readPage } from './read-docket.ts'
import { findComment } from './store.ts'

const opens = new Date('2026-03-02T12:00:00Z')
const dockets = 5
const each = 10_000
let database: TestDatabase<DocketTables>
let request: RequestForComment

const large = ['search_text', 'comment', 'particulars', 'answer', 'attachment', 'version', 'decision']

/** Five dockets of ten thousand comments, one in a hundred withheld, a few screened, a tenth with an attachment. */
async function fill(one: RequestForComment) {
  const [first] = one.questions
  const { db } = database
  await sql`insert into docket.comment (id, process_id, request_id, number, channel, state, received_at, language,
      declared_group, country, named, confidential, idempotency_key, leaf_id)
    select gen_random_uuid(), ${one.processId}, ${one.id}, ${one.docket} || '-' || lpad(n::text, 5, '0'), 'web-form',
      case when n % 100 = 0 then 'withheld' when n % 1000 = 1 then 'screening' else 'posted' end,
      ${opens}::timestamptz + n * interval '1 minute', (array['en', 'de', 'fr', 'es'])[1 + n % 4],
      (array['users', 'academia', 'government'])[1 + n % 3], (array['DE', 'FR', 'IE'])[1 + n % 3], n % 2 = 0, false,
      n::text, gen_random_uuid()
    from generate_series(1, ${each}::int) as n`.execute(db)
  const ours = sql`docket.comment where request_id = ${one.id}`
  await sql`insert into docket.particulars (comment_id, name) select id, 'Somebody' from ${ours}`.execute(db)
  await sql`insert into docket.answer (id, comment_id, question_id, position, publication, version_id)
    select gen_random_uuid(), id, ${first?.id}, 0, 'with-name', gen_random_uuid() from ${ours}`.execute(db)
  await sql`insert into docket.attachment (id, comment_id, position, name, media_type, bytes, sha256, publication, extraction)
    select gen_random_uuid(), id, 0, 'a.pdf', 'application/pdf', 7, 'a', 'with-name', 'done' from ${ours}
    and received_at < ${opens}::timestamptz + interval '1000 minutes'`.execute(db)
  await sql`insert into texts.version (id, of_kind, of_id, kind, language, sha256, text, created_at)
    select gen_random_uuid(), 'answer', answer.id, 'published', 'en', sha256(said::bytea), said, ${opens}
    from docket.answer join docket.comment on comment.id = comment_id
    cross join lateral (select 'Ten years of updates, says number ' || right(number, 5) || '.' as said)
    where request_id = ${one.id}`.execute(db)
  await sql`select docket.index_comments(array(select id from ${ours}))`.execute(db)
  await sql`insert into moderation.decision (id, process_id, about_kind, about_id, act, reason_code, at, leaf_id)
    select gen_random_uuid(), process_id, 'comment', id, case state when 'posted' then 'post' else 'withhold' end,
      case state when 'posted' then null else 'spam' end, received_at, gen_random_uuid() from ${ours}`.execute(
    db,
  )
}

beforeAll(async () => {
  database = await testDatabase()
  for (let n = 1; n <= dockets; n += 1) {
    request = await openRequest(database.db, { docket: `BIG-${n}`, opens })
    await fill(request)
  }
  await sql`vacuum analyze`.execute(database.db)
}, 120_000)
afterAll(() => database.close())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

const scans = ({ Plans: below = [], ...node }: Plan): string[] => [
  ...(node['Node Type'].includes('Seq Scan') ? [node['Relation Name'] ?? ''] : []),
  ...below.flatMap(scans),
]

/** Which large tables are read from one end to the other by what `act` asks the database. */
async function readWhole(act: (db: Kysely<DocketTables>) => Promise<unknown>): Promise<string[]> {
  const sent: { sql: string; parameters: readonly unknown[] }[] = []
  const db = new Kysely<DocketTables>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: ({ query }) => void sent.push(query),
  })
  await act(db)
  expect(sent.length).toBeGreaterThan(0)
  const found: string[] = []
  for (const query of sent) {
    const { rows } = await database.pool.query(`explain (format json) ${query.sql}`, [...query.parameters])
    const tables = scans(rows[0]['QUERY PLAN'][0].Plan)
    found.push(...tables.filter((table) => large.includes(table)).map((table) => `${table}: ${query.sql}`))
  }
  return found
}

const asked = (filters: Partial<Asked['filters']>, sort: Asked['sort'] = 'newest'): Asked => ({
  filters: { ...noFilters, ...filters },
  sort,
})

test.each<[string, Asked]>([
  ['as it is', asked({})],
  ['from its beginning', asked({}, 'oldest')],
  ['by group and language', asked({ group: 'users', language: 'de' })],
  ['by country and channel', asked({ country: 'IE', channel: 'web-form' })],
  ['by question', asked({ question: 1 })],
  ['by attachment', asked({ attachments: 'with' })],
  ['without attachment', asked({ attachments: 'without' })],
  ['by deadline', asked({ time: 'late' })],
  ['with all states', asked({ state: 'all' })],
  ['of what is withheld', asked({ state: 'withheld' })],
  ['searched for a word of every comment', asked({ words: 'updates' })],
  ['searched for a rare word', asked({ words: '00017 or "number 05002"' })],
  ['searched for a word of none', asked({ words: 'bicycle' })],
  ['searched for what it does not say', asked({ words: '-bicycle', language: 'fr' })],
  ['searched with filters', asked({ words: 'years', group: 'users', time: 'in-time' }, 'oldest')],
])('a docket %s is read by its index, on its first page and far into it', async (_, one) => {
  const middle = `${new Date(opens.getTime() + 5000 * 60_000).toISOString()}~018e0000-0000-7000-8000-000000000000`
  expect(await readWhole((db) => readPage(db, request, one, {}, 25))).toEqual([])
  expect(await readWhole((db) => readPage(db, request, one, { from: middle }, 25))).toEqual([])
  expect(await readWhole((db) => readPage(db, request, one, { until: middle }, 25))).toEqual([])
})

test('counts and choices look at no other docket', async () => {
  expect(await readWhole((db) => readCounts(db, request))).toEqual([])
  expect(await readWhole((db) => readChoices(db, request))).toEqual([])
})

test('one comment, its neighbours and the moderators’ queue look at no other docket', async () => {
  const act = async (db: Kysely<DocketTables>) => {
    const comment = await findComment(db, `${request.docket}-05002`)
    if (!comment?.shown) throw new Error('The comment is not there.')
    await readComment(db, comment, request)
    await countWaiting(db, [request.id])
    await findNextWaiting(db, request.id)
  }
  expect(await readWhole(act)).toEqual([])
})
