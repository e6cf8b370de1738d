import type { Pool } from 'pg'

const roles = `
  insert into participants.role (person, role, process_id, given_at)
  select person.id, 'analyst', process.id, now() from participants.person cross join processes.process
  where person.email = any($1) on conflict do nothing`

const coders = `
  insert into analysis.coder (id, process_id, person_id)
  select gen_random_uuid(), process.id, person.id from participants.person cross join processes.process
  where person.email = any($1) on conflict do nothing`

const codes = `
  insert into analysis.code (id, process_id, position, name)
  select gen_random_uuid(), process.id, number, 'Code ' || number
  from processes.process cross join generate_series(1, 20) as number`

const readings = `
  insert into analysis.reading (comment_id, coder_id, state, at, place)
  select comment.id, (select id from analysis.coder order by id limit 1), 'done', now(), 1
  from docket.posted_comment as comment order by md5(comment.id::text) limit $1`

const excerpts = `
  insert into analysis.excerpt
    (id, process_id, request_id, comment_id, version_id, starts, ends, made_by, made_at, words_sha256)
  select gen_random_uuid(), comment.process_id, comment.request_id, comment.id, text.version_id, piece * 20,
    piece * 20 + 15, reading.coder_id, now(), sha256(comment.id::text::bytea)
  from analysis.reading join docket.posted_comment as comment on comment.id = reading.comment_id
  join docket.posted_text as text on text.comment_id = comment.id cross join generate_series(0, 1) as piece`

const codings = `
  insert into analysis.coding (id, excerpt_id, coder_id, stage, at, counts)
  select gen_random_uuid(), id, made_by, 'made', now(), true from analysis.excerpt`

const coded = `
  insert into analysis.coded_code (coding_id, code_id)
  select coding.id, (select id from analysis.code where position = 1 + abs(hashtext(coding.id::text)) % 20 limit 1)
  from analysis.coding`

/** Two analysts, of whom one has coded so many of the posted comments, two excerpts each; a tenth waits for the other. */
export async function codeComments(pool: Pool, people: readonly string[], comments: number): Promise<number> {
  await pool.query(roles, [people])
  await pool.query(coders, [people])
  await pool.query(codes)
  await pool.query(
    `insert into analysis.second_reading (request_id, percent) select id, 10 from requests.request`,
  )
  await pool.query(
    `update analysis.queued set wanted = analysis.wanted_readers(comment_id, 10::smallint), doubt = random()`,
  )
  await pool.query(readings, [comments])
  const { rowCount } = await pool.query(excerpts)
  await pool.query(codings)
  await pool.query(coded)
  return rowCount ?? 0
}
