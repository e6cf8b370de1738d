import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Product } from '../../setup/testing/product.ts'
import { variedWords } from './varied-words.ts'

const languages = ['en', 'de', 'fr', 'es', 'und']
const groups = ['users', 'academia', 'government', 'private-sector', 'civil-society', 'technical-community']
const AT_ONCE = 20_000

const comment = (seed: number) =>
  JSON.stringify({
    ...{ id: String(seed), text: variedWords(seed, 60), group: groups[(seed * 7) % groups.length] },
    language: languages[seed % languages.length],
  })

async function importComments(product: Product, docket: string, count: number): Promise<void> {
  const file = join(product.folder, 'fill.jsonl')
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => comment(from + at + 1))
    await writeFile(file, some.join('\n'))
    await product.cli('import', file, '--request', docket, '--json')
  }
}

const comeFrom = `
  update docket.comment set country = (array['DEU', 'FRA', 'KEN', 'BRA', 'IND'])[1 + abs(hashtext(id::text)) % 6]`

const coding = `
  with request as (select id, process_id from requests.request where docket = $1),
  issue as (insert into processes.issue (id, process_id, number, title, description)
    select gen_random_uuid(), request.process_id, number, 'Issue of the bench ' || number, ''
    from request, generate_series(1, 20) as number returning id, number),
  coder as (insert into analysis.coder (id, process_id, person_id)
    select gen_random_uuid(), request.process_id, person.id from request, participants.person limit 1 returning id),
  excerpt as (insert into analysis.excerpt
      (id, process_id, request_id, comment_id, version_id, starts, ends, made_by, made_at, words_sha256)
    select gen_random_uuid(), request.process_id, request.id, text.comment_id, text.version_id, span.starts,
      span.starts + 40, coder.id, now(), ''
    from request join docket.posted_text as text on text.request_id = request.id, coder, (values (0), (60)) as span (starts)
    returning id, comment_id, made_by),
  reading as (insert into analysis.reading (comment_id, coder_id, state, at, place)
    select distinct comment_id, made_by, 'done', now(), 1 from excerpt),
  coding as (insert into analysis.coding (id, excerpt_id, coder_id, stage, at, counts)
    select gen_random_uuid(), id, made_by, 'made', now(), true from excerpt returning id),
  drawn as (select id, 1 + floor(20 * power(random(), 2))::int as number, 1 + floor(5 * random())::int as position
    from coding)
  insert into analysis.coded_position (coding_id, issue_id, position, condition)
  select drawn.id, issue.id,
    (array['support', 'support-with-condition', 'oppose', 'neutral', 'question'])[drawn.position],
    case when drawn.position = 2 then 'only if it stays voluntary' else '' end
  from drawn join issue on issue.number = drawn.number`

/** Comments on 20 issues, from six groups and five countries, each with two coded excerpts; and a published map of them. */
export async function fillCoded(
  product: Product,
  pool: Pool,
  docket: string,
  excerpts: number,
): Promise<void> {
  await importComments(product, docket, excerpts / 2)
  await pool.query(comeFrom)
  await pool.query(coding, [docket])
  await pool.query(
    'insert into analysis.published_map select id, now() from requests.request where docket = $1',
    [docket],
  )
}
