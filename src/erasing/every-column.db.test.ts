import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing.ts'
import { eraseFound } from './erase-found.ts'
import { findToErase } from './find-to-erase.ts'
import { address, canary, keepFile, plantPerson } from './testing.ts'

/** A line for each column: `none` can hold nothing of a person, `erased` holds it until it is erased, `kept: why`. */
const list = new URL('./every-column.txt', import.meta.url)

let house: TestApp
let planted: Awaited<ReturnType<typeof plantPerson>>
let lines: Map<string, string>
let before: string[]
const files: { erased: string; shared: string } = { erased: '', shared: '' }

beforeAll(async () => {
  const text = await readFile(list, 'utf8')
  lines = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)]),
  )
  house = await testApp()
  planted = await plantPerson(house)
  await plantByHand()
  await plantCoding()
  await plantDeliberation()
  before = await columnsWithCanary()
  const found = await findToErase(house.services.db, address)
  if (!found) throw new Error('Nobody was found.')
  const erased = { reason: 'asked-for', by: undefined, at: house.services.clock.now() }
  expect(await eraseFound(house.services, found, erased)).toBe('erased')
}, 60_000)
afterAll(() => house.close())

const run = <Row>(query: RawBuilder<Row>) => query.execute(house.services.db).then(({ rows }) => rows)

/** What no command reaches without a browser, or only after days. */
async function plantByHand(): Promise<void> {
  const { first, others, request } = planted
  const { clock } = house.services
  const [at, other] = [clock.now(), crypto.randomUUID()]
  const decision = sql`(select id from moderation.decision where about_id = ${first.id} limit 1)`
  const about = sql`gen_random_uuid(), ${request.processId}, 'comment', ${first.id}`
  await run(sql`insert into moderation.proposal
      (id, process_id, about_kind, about_id, reason_code, explanation, by, at, outcome, closed_by, closed_at, why) values
      (${about}, 'other', ${canary}, ${other}, ${at}, null, null, null, ''),
      (${about}, 'other', ${canary}, ${other}, ${at}, 'turned-down', gen_random_uuid(), ${at}, ${canary})`)
  await run(sql`insert into moderation.objection
      (id, process_id, about_kind, about_id, decision_id, words, at, outcome, closed_at, why) values
      (${about}, ${decision}, ${canary}, ${at}, 'turned-down', ${at}, ${canary})`)
  await run(sql`insert into docket.claim
      (id, token_hash, asked_from, name, email, whose, words, made_at) values
      (${other}, '1', '1', ${canary}, ${address}, 'mine', ${canary}, ${at})`)
  await run(sql`insert into docket.claimed (claim_id, comment_id, request_id, answer) values
      (${other}, ${others.id}, ${request.id}, ${canary})`)
  const glance = {
    columns: ['mail'],
    rows: [
      {
        row: 1,
        cells: [
          ['mail', address],
          ['text', canary],
        ],
      },
    ],
  }
  await run(sql`insert into docket.import
      (id, process_id, request_id, source, bytes, told, state, counts, part, brought_at, glance) values
      (gen_random_uuid(), ${request.processId}, ${request.id}, 'x.csv', 1, '[]', 'proposed', '{}', 0, ${at}, ${JSON.stringify(glance)})`)
  await run(
    sql`update docket.import_problem set place = ${canary}, reason = ${canary}, said = ${JSON.stringify(canary)}::jsonb`,
  )
  await run(
    sql`update docket.imported_row set original_group = ${canary}, attachments = ${JSON.stringify([canary])}::jsonb`,
  )
  await run(sql`insert into docket.signatory (id, comment_id, position, in_leaf, name, email, state, added_at) values
      (gen_random_uuid(), ${others.id}, 1, false, ${canary}, ${address}, 'named', ${at})`)
  const [erased, shared] = [await keepFile(house.services, 'mine'), await keepFile(house.services, 'ours')]
  Object.assign(files, { erased, shared })
  await run(sql`insert into docket.attachment
      (id, comment_id, position, name, media_type, bytes, sha256, publication, extraction)
      select gen_random_uuid(), comment_id, 7 + n, 'f', 'text/plain', 4, sha256, 'with-name', 'waiting'
      from (values (${first.id}::uuid, ${erased}, 1), (${first.id}::uuid, ${shared}, 2), (${others.id}::uuid, ${shared}, 1))
        as file (comment_id, sha256, n)`)
}

/** What an analyst noted about the words of the person's comment, and why somebody settled it so. */
async function plantCoding(): Promise<void> {
  const { first, request } = planted
  const at = house.services.clock.now()
  const [coder, excerpt, coding, issue] = Array.from({ length: 4 }, () => crypto.randomUUID())
  await run(sql`insert into processes.issue (id, process_id, number, title, description)
      values (${issue}, ${request.processId}, 1, 'Length', '')`)
  await run(sql`insert into analysis.coder (id, process_id, person_id)
      values (${coder}, ${request.processId}, ${planted.person})`)
  await run(sql`insert into analysis.excerpt
      (id, process_id, request_id, comment_id, version_id, starts, ends, made_by, made_at, words_sha256)
      select ${excerpt}, ${request.processId}, ${request.id}, ${first.id}, version_id, 0, 5, ${coder}, ${at}, '1'
      from docket.answer where comment_id = ${first.id} and publication <> 'confidential' limit 1`)
  await run(sql`insert into analysis.coding (id, excerpt_id, coder_id, stage, at, reason)
      values (${coding}, ${excerpt}, ${coder}, 'settled', ${at}, ${canary})`)
  await run(sql`insert into analysis.coded_position (coding_id, issue_id, position, condition)
      values (${coding}, ${issue}, 'support-with-condition', ${canary})`)
  await plantSummary(issue ?? '', excerpt ?? '')
  await run(sql`insert into analysis.reading (comment_id, coder_id, state, at, place)
      values (${first.id}, ${coder}, 'done', ${at}, 1)`)
  await run(sql`insert into analysis.map_voice (comment_id, issue_id, position, request_id, excerpts, first_on_issue,
      first_at_all, stakeholder_group, country, language, voice, draw, readers)
      values (${first.id}, ${issue}, 'support', ${request.id}, 1, true, true, ${canary}, ${canary}, ${canary},
        'individual', 0, 1)`)
}

/** A deliberation in which the person may vote. */
async function plantDeliberation(): Promise<void> {
  const { processId } = planted.request
  const [id, at] = [crypto.randomUUID(), house.services.clock.now()]
  await run(sql`insert into deliberation.deliberation (id, process_id, number, title, intro, language, opens_at, closes_at,
      zone, electorate, created_at) values (${id}, ${processId}, 1, 'Updates', 'Vote.', 'en', ${at},
      ${at}::timestamptz + interval '1 day', 'UTC', 'allow-list', ${at})`)
  const [statement, participant, vote, version] = Array.from({ length: 4 }, () => crypto.randomUUID())
  await run(sql`insert into deliberation.statement (id, deliberation_id, number, origin, state, version_id, text_sha256,
      leaf_id, person_id, at) values (${statement}, ${id}, 1, 'seeded', 'posted', ${version}, '1', ${version},
      ${planted.person}, ${at})`)
  await run(sql`insert into deliberation.participant (id, deliberation_id, number, person_id, stakeholder_group,
      network, joined_at) values (${participant}, ${id}, 1, ${planted.person}, ${canary},
      convert_to(${canary}, 'UTF8'), ${at})`)
  await run(sql`insert into deliberation.vote_log (id, deliberation_id, participant_id, statement_id, value, matters, at,
      salt, hash) values (${vote}, ${id}, ${participant}, ${statement}, 1, true, ${at}, decode(repeat('00', 32), 'hex'),
      decode(repeat('00', 32), 'hex'))`)
  await run(sql`insert into deliberation.vote_reason (id, deliberation_id, log_id, number, words, state, at)
      values (gen_random_uuid(), ${id}, ${vote}, 1, ${canary}, 'posted', ${at})`)
  await run(
    sql`insert into deliberation.allowed_address (deliberation_id, address) values (${id}, ${address})`,
  )
}

/** A summary that takes words of the comment over, and what its sender contested. */
async function plantSummary(issue: string, excerpt: string): Promise<void> {
  const { first, request } = planted
  const at = house.services.clock.now()
  const [summary, version, sentence] = Array.from({ length: 3 }, () => crypto.randomUUID())
  await run(sql`insert into analysis.summary (id, process_id, request_id, issue_id)
      values (${summary}, ${request.processId}, ${request.id}, ${issue})`)
  await run(sql`insert into analysis.summary_version
      (id, summary_id, number, published_at, contest_until, zone) values (${version}, ${summary}, 1, ${at}, ${at}, 'UTC')`)
  const text = `They say “${canary} said”.`
  await run(sql`insert into analysis.summary_sentence (id, summary_id, version_id, line, position, text)
      values (${sentence}, ${summary}, ${version}, gen_random_uuid(), 1, ${text})`)
  await run(sql`insert into analysis.citation (sentence_id, excerpt_id, comment_id, place)
      values (${sentence}, ${excerpt}, ${first.id}, 1)`)
  await run(sql`insert into analysis.quoted (sentence_id, excerpt_id, comment_id, starts, ends)
      values (${sentence}, ${excerpt}, ${first.id}, 10, ${text.length - 2})`)
  await run(sql`insert into analysis.contest
      (id, process_id, request_id, summary_id, version_id, sentence_id, comment_id, words, at, late, state, outcome,
        answer, answered_at)
      values (gen_random_uuid(), ${request.processId}, ${request.id}, ${summary}, ${version}, ${sentence}, ${first.id},
        ${canary}, ${at}, false, 'posted', 'not-upheld', ${canary}, ${at})`)
}

async function columns(): Promise<{ table: string; column: string }[]> {
  return run(sql<{ table: string; column: string }>`
    select format('%I.%I', table_schema, table_name) as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and data_type not in ('uuid', 'boolean', 'integer',
      'bigint', 'smallint', 'real', 'double precision', 'date', 'timestamp with time zone')
    order by 1, 2`)
}

async function columnsWithCanary(): Promise<string[]> {
  const found: string[] = []
  for (const { table, column } of await columns()) {
    const hex = Buffer.from(canary).toString('hex')
    const rows = await run(sql`select from ${sql.raw(table)}
      where ${sql.ref(column)}::text ~* ${`${canary}|${hex}`} limit 1`)
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('of every column it is said what it may hold of a person', async () => {
  const all = (await columns()).map(({ table, column }) => `${table}.${column}`)
  const unsaid = all.filter((one) => !/^(none|erased|kept: .+)$/.test(lines.get(one) ?? ''))
  expect(unsaid, 'Give each of these a line in every-column.txt, and let erasing reach it.').toEqual([])
  expect(
    [...lines.keys()].filter((one) => !all.includes(one)),
    'These columns are gone.',
  ).toEqual([])
})

test('the person of this test left words in every column from which they are erased', () => {
  const empty = [...lines].flatMap(([name, what]) =>
    what === 'erased' && !before.includes(name) ? [name] : [],
  )
  expect(empty, 'Plant a canary in each of these in testing.ts.').toEqual([])
})

test('nothing of an erased person is left in any column, but where it is kept on purpose', async () => {
  const left = (await columnsWithCanary()).filter((one) => !lines.get(one)?.startsWith('kept: '))
  expect(left).toEqual([])
})

test('no excerpt, coding, reading or voice of an erased comment is left', async () => {
  for (const table of ['excerpt', 'coding', 'coded_position', 'reading', 'map_voice'])
    expect(await run(sql`select from analysis.${sql.ref(table)}`), table).toEqual([])
})

test('the votes of an erased person stay and count, and nothing opens them or leads to the person', async () => {
  const votes = await run(sql<{ salt: Buffer | null }>`select salt from deliberation.vote_log`)
  expect(votes).toEqual([{ salt: null }])
  const people = await run(sql<{ person_id: string | null }>`select person_id from deliberation.participant`)
  expect(people).toEqual([{ person_id: null }])
})

test('their files are gone, and one that somebody else sent too is not', async () => {
  const root = dirname(dirname(house.services.files.pathOf(files.erased)))
  for (const name of await readdir(root, { recursive: true })) {
    const bytes = await readFile(join(root, name), 'latin1').catch(() => '')
    expect(bytes, name).not.toContain(canary)
  }
  expect(await house.services.files.has(files.erased)).toBe(false)
  expect(await house.services.files.has(files.shared)).toBe(true)
})

test('what belongs to others stays: their comment, and letters that do not name the person', async () => {
  const { db } = house.services
  const comment = db.selectFrom('docket.comment').select('state').where('id', '=', planted.others.id)
  expect(await comment.executeTakeFirst()).toEqual({ state: 'screening' })
  const letters = await db.selectFrom('platform.mail').select('subject').execute()
  expect(letters.map(({ subject }) => subject)).toEqual(['Another'])
})
