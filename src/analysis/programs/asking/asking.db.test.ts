import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after } from '../../../platform/time.ts'
import { openBench } from '../../coding/testing.ts'
import { Suggester } from '../suggesting/suggester.ts'
import { Asker } from './asker.ts'
import { localModel, type Reply, suggest } from './testing.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let model: Awaited<ReturnType<typeof localModel>>
let asker: Asker
const lines: string[] = []

beforeAll(async () => {
  model = await localModel()
  bench = await openBench({ endpoint: model.endpoint })
  const { db, clock } = bench.house.services
  asker = new Asker({ db, clock, endpoint: model.endpoint, log: (line) => lines.push(line) })
})
beforeEach(() => {
  model.sent.length = 0
})
afterAll(async () => {
  await asker.end()
  await model.close()
  await bench.house.close()
})

const page = '/requests/EX-2026-0001/programs'
const anHourLater = () => bench.house.setTime(after(bench.house.services.clock.now(), 3_600_000))
const quiet = new AbortController().signal
const ask = () => asker.next(quiet)
const turn = (to: 'on' | 'off', who = bench.chair) =>
  bench.send(page, { program: 'endpoint', switch: to }, who)
const uses = () => bench.db.selectFrom('analysis.program_use').selectAll().executeTakeFirstOrThrow()

async function suggestedOf(number: string): Promise<string[]> {
  const { id } = await bench.read(number)
  const marked = await bench.db
    .selectFrom('analysis.excerpt')
    .innerJoin('docket.posted_text', 'docket.posted_text.version_id', 'analysis.excerpt.version_id')
    .select(['text', 'starts', 'ends'])
    .where('analysis.excerpt.comment_id', '=', id)
    .orderBy('starts')
    .execute()
  return marked.map(({ text, starts, ends }) => text.slice(starts, ends))
}

describe('a language model', () => {
  test('is asked only where the chair switched it on, and everybody is told where words go', async () => {
    await bench.post(['We support ten years.'])
    expect(await ask()).toBe(false)
    expect((await turn('on', bench.ada)).statusCode).toBe(403)
    expect(model.sent).toEqual([])
    expect((await turn('on')).statusCode).toBe(303)
    expect(await ask()).toBe(true)
    expect(model.sent[0]).toMatchObject({ url: '/v1/chat/completions', authorization: 'Bearer a-secret-key' })
    const { body } = await bench.get(page)
    expect(body).toContain('model small-model')
    expect(body).not.toContain('a-secret-key')
  })

  test('is sent what everybody can read, and nothing else', async () => {
    const secret = 'Zqxvhidden words'
    await bench.post(['Plain words to all.', secret], {
      answers: [
        { text: 'Plain words to all.', publication: 'with-name' },
        { text: secret, publication: 'confidential' },
      ],
      particulars: { name: 'Wanda Whistle', email: 'wanda@example.org', capacity: 'in-own-name' },
    })
    while (await ask());
    const all = model.sent.map(({ body }) => body).join('\n')
    expect(all).toContain('Plain words to all.')
    for (const hidden of ['Zqxvhidden', 'Wanda', 'wanda@']) expect(all).not.toContain(hidden)
  })

  test('is believed only where it quotes word for word, and where the process knows what it says', async () => {
    const number = await bench.post(['We want ten years. A label would help. It costs 5 %.'])
    model.say(
      suggest([
        { quote: 'We want ten years.', issue: 1, position: 'support', kind: 'policy', sure: 0.9 },
        { quote: 'we want Ten years', issue: 1, position: 'support', sure: 0.9 },
        { quote: 'It costs 5 %.', issue: 77, position: 'maybe', kind: 'rant', codes: [9], sure: 7 },
        { quote: 'It costs 5 %.', kind: 'fact', sure: 7 },
        { quote: '', kind: 'fact' },
        { quote: 12 },
      ]),
    )
    expect(await ask()).toBe(true)
    expect(await suggestedOf(number)).toEqual(['We want ten years.', 'It costs 5 %.'])
    expect(await uses()).toMatchObject({ misquoted: 3, unread: 0, trouble: null })
    await bench.take(bench.ada, number)
    const { body } = await bench.get(`/comments/${number}/coding`, bench.ada)
    expect(body).toContain('Language model small-model (1), 90 % sure')
    expect((await bench.get(page, bench.chair)).body).toContain('3 suggestions that misquoted')
  })

  const unreadable: [string, Reply][] = [
    ['is no JSON', (_, response) => void response.end('<html>')],
    ['has no choices', (_, response) => void response.end('{"choices":[]}')],
    ['is huge', (_, response) => void response.end('x'.repeat(2_000_000))],
  ]
  test.each(unreadable)('whose answer %s is counted and not asked about it again', async (_, reply) => {
    const before = (await uses()).unread
    const number = await bench.post(['A comment of some length here.'])
    model.say(reply)
    await ask()
    expect(await suggestedOf(number)).toEqual([])
    expect((await uses()).unread).toBe(before + 1)
    model.say(suggest([]))
    anHourLater()
    expect(await ask()).toBe(false)
  })

  test.each<[string, string, Reply]>([
    ['takes too long', 'took too long', () => {}],
    ['is away', 'cannot be reached', (_, response) => void response.writeHead(503).end()],
    ['breaks off', 'cannot be reached', (_, response) => void response.destroy()],
    ['asks for fewer questions', 'asks for fewer', (_, response) => void response.writeHead(429).end()],
    ['refuses', 'refused the question', (_, response) => void response.writeHead(401).end('no such key')],
  ])('that %s is told of in plain words, and asked again later', async (_, words, reply) => {
    const number = await bench.post([`Worth waiting for, ${words}.`])
    model.say(reply)
    expect(await ask()).toBe(false)
    expect((await bench.get(page, bench.chair)).body).toContain(words)
    model.sent.length = 0
    expect(await ask()).toBe(false)
    expect(model.sent).toEqual([])
    anHourLater()
    model.say(suggest([{ quote: 'Worth waiting for', kind: 'value' }]))
    expect(await ask()).toBe(true)
    expect(await suggestedOf(number)).toEqual(['Worth waiting for'])
    expect((await bench.get(page, bench.chair)).body).not.toContain(words)
  })

  test('that gets stuck at one comment goes on with the next one, and tries that one again later', async () => {
    const stuck = await bench.post(['A comment at which it always gets stuck.'])
    const { id } = await bench.read(stuck)
    const next = await bench.post(['A comment like any other.'])
    await sql`create function analysis.stick() returns trigger language plpgsql as
      $$ begin raise exception 'stuck on purpose'; end $$`.execute(bench.db)
    await sql`create trigger stuck before insert on analysis.program_read for each row
      when (new.comment_id = ${sql.lit(id)}) execute function analysis.stick()`.execute(bench.db)
    model.say(suggest([{ quote: 'A comment', kind: 'value' }]))
    expect(await ask()).toBe(false)
    const others = new Suggester(bench.house.services)
    while (await others.next());
    await others.end()
    expect((await bench.get(page, bench.chair)).body).toContain('It broke off')
    anHourLater()
    expect(await ask()).toBe(true)
    expect(await suggestedOf(next)).toEqual(['A comment'])
    expect((await bench.get(page, bench.chair)).body).not.toContain('It broke off')
    await sql`drop trigger stuck on analysis.program_read`.execute(bench.db)
    expect(await ask()).toBe(true)
    expect(await suggestedOf(stuck)).toEqual(['A comment'])
  })
})
