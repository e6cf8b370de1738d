import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { after } from '../../platform/time.ts'
import type { SignedInPerson } from '../../testing.ts'
import { listCodings } from '../coding/codings/store.ts'
import { listCountedCodings } from '../coding/counted/store.ts'
import { openBench } from '../coding/testing.ts'
import { Suggester } from './suggesting/suggester.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let suggester: Suggester
const lines: string[] = []

beforeAll(async () => {
  bench = await openBench()
  suggester = new Suggester(bench.house.services, (line) => lines.push(line))
})
afterAll(async () => {
  await suggester.end()
  await bench.house.close()
})

const page = '/requests/EX-2026-0001/programs'
const desk = (number: string) => `/comments/${number}/coding`
const turn = (program: string, to: 'on' | 'off', who = bench.ada) =>
  bench.send(page, { program, switch: to }, who)

/** Lets the programs read all that waits. */
async function readAll() {
  while (await suggester.next());
}

const suggested = async (number: string, who: SignedInPerson) => {
  const { body } = await bench.get(desk(number), who)
  return [...body.matchAll(/id="suggestion-([0-9a-f-]+)"/g)].map((found) => found[1] ?? '')
}

const answer = (number: string, excerpt: string, act: string, who: SignedInPerson) =>
  bench.send(`${desk(number)}/excerpts/${excerpt}/suggestion`, { act }, who)

describe('programs', () => {
  test('are off until somebody entitled switches one on, and everybody sees which', async () => {
    expect((await turn('position-cues', 'on', await bench.hire('secretariat'))).statusCode).toBe(303)
    await turn('position-cues', 'off')
    const stranger = await bench.house.signInAs()
    expect((await turn('position-cues', 'on', stranger)).statusCode).toBe(403)
    expect((await turn('endpoint', 'on')).statusCode).toBe(403)
    const number = await bench.post(['We support ten years of updates. The sky is blue today.'])
    await readAll()
    await bench.take(bench.ada, number)
    expect(await suggested(number, bench.ada)).toEqual([])
    expect((await turn('kinds-of-excerpt', 'on')).statusCode).toBe(303)
    const { body } = await bench.get(page)
    expect(body).toContain('On since')
    expect(body).not.toContain('Switch off')
    expect((await bench.get('/requests/EX-2026-0001/comments')).body).toContain('1 program reads')
    await turn('kinds-of-excerpt', 'off')
    await bench.done(bench.ada, number)
  })

  test('suggest what counts only once a person took it over, who may put it away instead', async () => {
    const long = await bench.code('Long support')
    for (const [text, about] of [
      ['Ten years of updates at least.', true],
      ['Updates for ten years, please.', true],
      ['The label is too small.', false],
    ] as const) {
      const number = await bench.post([text])
      await bench.mark(bench.ada, number, text, {
        ...(about && { codes: [long] }),
        positions: about ? { 1: 'support' } : { 2: 'oppose' },
      })
      await bench.done(bench.ada, number)
    }
    const waiting = await bench.post([
      'We support ten years of updates for every device. You must print the label in red.',
    ])
    for (const program of ['position-cues', 'issues-and-codes', 'kinds-of-excerpt']) await turn(program, 'on')
    await readAll()
    await bench.take(bench.ada, waiting)
    const { body } = await bench.get(desk(waiting), bench.ada)
    expect(body).toContain('Issues and codes 1.3')
    expect(body).toContain('Position cues 1')
    expect(body).toContain('Evidence and demands 1')
    const [first = '', second = ''] = await suggested(waiting, bench.ada)
    const counted = () =>
      listCountedCodings(bench.db, { process: bench.process, limit: 100 }).then(({ length }) => length)
    expect(await counted()).toBe(3)

    expect((await answer(waiting, second, 'dismiss', bench.ada)).statusCode).toBe(303)
    expect(await suggested(waiting, bench.ada)).toEqual([first])
    expect(await counted()).toBe(3)
    expect((await answer(waiting, first, 'accept', bench.ada)).statusCode).toBe(303)
    expect(await counted()).toBe(4)
    const made = (await listCodings(bench.db, [first as never])).find(({ stage }) => stage === 'made')
    expect(made).toMatchObject({ codes: [long], counts: true, positions: [{ position: 'support' }] })
    expect((await bench.get(desk(waiting), bench.ada)).body).toContain('Taken over from a suggestion')
    expect((await answer(waiting, first, 'accept', bench.ada)).statusCode).toBe(409)
    await bench.done(bench.ada, waiting)
    expect(await counted()).toBe(4)
  })

  test('show a second coder what they showed the first, and never what the first made of it', async () => {
    await bench.share(100)
    const number = await bench.post(['We oppose the label. Why do you ask?'])
    await readAll()
    await bench.take(bench.ada, number)
    const seen = await suggested(number, bench.ada)
    expect(seen).toHaveLength(2)
    const fields = { codes: '', kind: 'value', 'position-2': 'oppose' }
    const { codes: _, ...form } = fields
    expect((await bench.send(`${desk(number)}/excerpts/${seen[0]}`, form, bench.ada)).statusCode).toBe(303)
    await answer(number, seen[1] ?? '', 'dismiss', bench.ada)
    await bench.done(bench.ada, number)
    await readAll()
    await bench.take(bench.grace, number)
    expect(await suggested(number, bench.grace)).toEqual(seen)
    const { body } = await bench.get(desk(number), bench.grace)
    expect(body).not.toContain('id="excerpt-')
    await bench.done(bench.grace, number)
    await bench.share(0)
  })

  test('are measured by what people made of their suggestions', async () => {
    const { body } = await bench.get(page, bench.ada)
    expect(body).toContain('What people made of its suggestions')
    expect(body).toContain('too few to say')
    expect((await bench.get(page)).body).not.toContain('What people made')
  })

  test('one that always breaks off holds up no other: it waits, and its page says so', async () => {
    await sql`create function analysis.break_off() returns trigger language plpgsql as
      $$ begin raise exception 'broken on purpose'; end $$`.execute(bench.db)
    await sql`create trigger broken before insert on analysis.program_read for each row
      when (new.program = 'issues-and-codes') execute function analysis.break_off()`.execute(bench.db)
    const number = await bench.post(['We support whatever lasts. You must print it.'])
    const { id } = await bench.read(number)
    const readBy = async () =>
      (
        await bench.db
          .selectFrom('analysis.program_read')
          .select('program')
          .where('comment_id', '=', id)
          .execute()
      )
        .map(({ program }) => program)
        .sort()
    await readAll()
    expect(await readBy()).toEqual(['kinds-of-excerpt', 'position-cues'])
    expect((await bench.get(page)).body).toContain('It broke off and suggests nothing meanwhile.')
    expect(lines.filter((line) => line.includes('broken on purpose'))).toHaveLength(1)
    await sql`drop trigger broken on analysis.program_read`.execute(bench.db)
    await readAll()
    expect(await readBy()).toHaveLength(2)
    for (const later of [60_000, 20_000]) {
      bench.house.setTime(after(bench.house.services.clock.now(), later))
      await readAll()
    }
    expect(await readBy()).toHaveLength(3)
    expect((await bench.get(page)).body).not.toContain('It broke off')
  })

  test('forget what they suggested of a comment that is no longer posted', async () => {
    const number = await bench.post(['We oppose everything here.'])
    await readAll()
    const { id } = await bench.read(number)
    const left = () =>
      bench.db.selectFrom('analysis.excerpt').select('id').where('comment_id', '=', id).execute()
    expect(await left()).toHaveLength(1)
    await bench.decide(number, { act: 'withhold', reason: 'off-topic' })
    await readAll()
    expect(await left()).toEqual([])
  })
})
