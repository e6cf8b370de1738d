import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../../platform/testing/shared-data.ts'
import { foldVotes } from '../../mathematics/fold-votes.ts'
import { computeMaps } from '../../opinions/compute-map.ts'
import { readPolis } from '../../polis-files/read-polis.ts'
import { openVoting } from '../../voting/testing.ts'
import { takeNext } from './keep-taking-in.ts'

let bench: Awaited<ReturnType<typeof openVoting>>
let secretary: { cookie: string }
let list = ''
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-taken-'))
  bench = await openVoting()
  list = bench.at.replace(/\/\d+$/, '')
  secretary = await bench.house.signInAs({ role: 'secretariat', process: bench.process })
})
afterAll(async () => {
  await bench.house.close()
  await rm(folder, { recursive: true, force: true })
})

const comments = [
  'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
  '1000,x,0,5,1,1,1,Every box names a date.',
  '2000,x,7,5,1,0,0,"Makers pay, always."',
  '3000,x,3,6,0,1,-1,Buy my books.',
]
const votes = [
  'timestamp,datetime,comment-id,voter-id,vote',
  '9000,x,0,005,-1',
  '5000,x,0,005,1',
  '6000,x,7,005,1',
  '7000,x,3,6,-1',
  '8000,x,0,6,1',
]

/** What a browser sends: fields and files. */
async function bring(
  files: Readonly<Record<string, string | Buffer>>,
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData()
  const told = { title: 'Held elsewhere', origin: 'Example City, 2024.', language: 'en', ...fields }
  for (const [name, value] of Object.entries(told)) form.set(name, value)
  for (const [name, text] of Object.entries(files))
    form.append('files', new Blob([new Uint8Array(Buffer.from(text))]), name)
  const sent = new Response(form)
  return bench.house.app.inject({
    method: 'POST',
    url: `${list}/import`,
    headers: { cookie: secretary.cookie, 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
}

const csv = (lines: readonly string[]) => `${lines.join('\n')}\n`
const act = (at: string, what: string) => bench.house.post(at, { act: what }, secretary.cookie)
const takeAll = () => takeNext(bench.house.services, (line) => expect(line).toBe(''))
const page = async (at: string) => (await bench.house.get(at, secretary.cookie)).body

describe('a deliberation that was held elsewhere', () => {
  test('is looked at before anything of it is taken in', async () => {
    const brought = await bring({ 'a.csv': csv(comments), 'b.csv': csv(votes) })
    expect(brought.statusCode).toBe(303)
    const html = await page(String(brought.headers.location))
    expect(html).toContain('3, of which 1 were moderated out there')
    expect(html).toContain('5, of which 1 were changed later')
    expect((await bench.get(`${list}/2`)).statusCode).toBe(404)
    expect(await takeAll()).toBe(false)
    await act(String(brought.headers.location), 'leave')
    expect((await bench.house.get(String(brought.headers.location), secretary.cookie)).statusCode).toBe(404)
  })

  test('is taken in whole: closed, with where it was held, its votes in the order of their time', async () => {
    const at = String((await bring({ 'a.csv': csv(comments), 'b.csv': csv(votes) })).headers.location)
    await act(at, 'take')
    expect(await page(at)).toContain('It is being taken in.')
    expect(await takeAll()).toBe(true)
    expect(await page(at)).toContain(`href="${list}/2"`)
    const html = (await bench.get(`${list}/2`)).body
    expect(html).toContain('Example City, 2024.')
    expect(html).toContain('Its votes were cast there and imported here.')
    expect((await bench.get(`${list}/2/statements`)).body).toContain('Makers pay, always.')
    expect((await bench.get(`${list}/2/statements`)).body).not.toContain('Buy my books')
    expect((await bench.post(`${list}/2/vote`, { statement: '1', vote: 'agree' })).statusCode).toBe(409)
    const out = (await bench.get(`${list}/2/files/participants-votes.csv`)).body
    expect(out.split('\n')[0]).toMatch(/,0,7$/)
    expect(out).toMatch(/^005,\d?,0,2,1,1,-1,1$/m)
  })

  test('stands on the record as imported, sealed in batches of its own, under the names of its files', async () => {
    const { rows } = await sql<{ kind: string; detail: Record<string, unknown> }>`
      select kind, detail from record.entry where kind in ('deliberation-imported', 'votes-imported', 'votes-cast')`.execute(
      bench.db,
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['deliberation-imported'])
    expect(rows[0]?.detail).toMatchObject({
      from: 'Example City, 2024.',
      votes: 5,
      files: [/ a\.csv$/, / b\.csv$/].map((one) => expect.stringMatching(one)),
    })
    const batches = await bench.db.selectFrom('deliberation.batch').select('votes').execute()
    expect(batches).toEqual([{ votes: 5 }])
  })

  test('may be brought by whoever prepares deliberations, and nobody else', async () => {
    const stranger = await bench.house.signInAs()
    expect((await bench.house.get(`${list}/import`, stranger.cookie)).statusCode).toBe(403)
    expect((await bench.house.get(`${list}/import`, secretary.cookie)).statusCode).toBe(200)
  })
})

describe('files that cannot be taken in', () => {
  const refused = async (files: Record<string, string>, said: string, fields = {}) => {
    const answer = await bring(files, fields)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(said)
    expect(answer.body).toContain('value="Held elsewhere"')
    expect(answer.body).not.toContain(tmpdir())
  }

  test('come back with a sentence, and with what was typed', async () => {
    const [a, b] = [csv(comments), csv(votes)]
    await refused({}, 'Choose the files of the export.')
    await refused({ 'a.csv': a }, 'There are no votes in it')
    await refused({ 'b.csv': b }, 'There is no table with the words of the statements')
    await refused({ 'a.csv': a, 'b.csv': csv([...votes, '9000,x,0']) }, 'Is the file complete?')
    await refused({ 'a.csv': a, 'b.csv': csv([...votes, '9000,x,0,5,NaN']) }, 'is no vote')
    await refused(
      { 'a.csv': csv([...comments, '1,x,7,,0,0,1,Again.']), 'b.csv': b },
      'Statement 7 stands twice',
    )
    await refused({ 'a.csv': a, 'b.csv': csv([...votes, '1e300,x,0,5,1']) }, 'is no time of a vote')
    await refused({ 'a.csv': a, 'b.csv': csv([...votes, '-5,x,0,5,1']) }, 'is no time of a vote')
    await refused({ '..': a, [`${'名'.repeat(300)}.csv`]: csv([...votes, '1,x,0,5,7']) }, 'is no vote')
    await refused({ 'a.csv': a, 'b.csv': b, 'c.csv': b }, 'The votes are in')
    await refused({ 'a.csv': a, 'b.csv': b }, 'Say where it was held.', { origin: ' ' })
    await refused({ 'a.csv': a, 'b.csv': b }, 'Choose a language from the list.', { language: 'xx-none' })
  })

  test('with votes on statements that have no words are told so, and those votes are left out', async () => {
    const at = String(
      (await bring({ 'a.csv': csv(comments), 'b.csv': csv([...votes, '1,x,99,6,1']) })).headers.location,
    )
    expect(await page(at)).toContain('1 vote on 1 statement without words.')
  })
})

const conversations = [
  '15-per-hour-seattle',
  'brexit-consensus',
  'london.youth.policing',
  'scoop-hivemind.taxes',
  'vtaiwan.uberx',
]
const shared = sharedData('polis-conversations')

/** Who voted how on what counts, line by line, but for some statements. */
function cells(
  { participants, statements, start, column, value }: ReturnType<typeof foldVotes>,
  out: ReadonlySet<string>,
) {
  return participants
    .flatMap((who, row) =>
      Array.from({ length: (start[row + 1] ?? 0) - (start[row] ?? 0) }, (_, nth) => {
        const at = (start[row] ?? 0) + nth
        const what = statements[column[at] ?? -1] ?? ''
        return out.has(what) ? [] : [`${who} ${what} ${value[at]}`]
      }).flat(),
    )
    .sort()
}

describe.skipIf(!shared).each(conversations)('The conversation %s', (name) => {
  test('comes out as it went in, but for what was moderated out there', async () => {
    const { readFile } = await import('node:fs/promises')
    const files: Record<string, Buffer> = {}
    for (const file of ['comments.csv', 'votes.csv', 'participants-votes.csv', 'summary.csv'])
      files[file] = await readFile(join(shared ?? '', name, file))
    const at = String(
      (await bring(files, { title: name, language: name.startsWith('vtaiwan') ? 'zh' : 'en' })).headers
        .location,
    )
    await act(at, 'take')
    await takeAll()
    const here = /href="([^"]*deliberations\/\d+)">See the deliberation/.exec(await page(at))?.[1] ?? ''
    await computeMaps(bench.house.services, (line) => expect(line).toBe(''))
    for (const file of ['comments.csv', 'votes.csv'])
      await writeFile(join(folder, file), (await bench.get(`${here}/files/${file}`)).body)
    const [before, after] = [await readPolis([join(shared ?? '', name)]), await readPolis([folder])]
    const ours = cells(foldVotes(after.log), new Set())
    expect(ours.length).toBeGreaterThan(100)
    expect(ours).toEqual(cells(foldVotes(before.log), before.moderatedOut))
    expect((await bench.get(`${here}/opinions`)).statusCode).toBe(200)
  }, 60_000)
})
