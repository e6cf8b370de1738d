import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeId } from '../codebook/model.ts'
import { listCodings } from './codings/store.ts'
import type { ExcerptId } from './model.ts'
import { openBench } from './testing.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let long: CodeId
let label: CodeId

beforeAll(async () => {
  bench = await openBench()
  long = await bench.code('Long support')
  label = await bench.code('Label')
})
afterAll(() => bench.house.close())

const desk = (number: string) => `/comments/${number}/coding`
const queue = '/requests/EX-2026-0001/coding'
const next = async (who: typeof bench.ada) =>
  String((await bench.send(queue, {}, who)).headers.location).split('/')[2] ?? ''
const said = (excerpt: ExcerptId) => listCodings(bench.db, [excerpt])

describe('the queue', () => {
  test('hands each analyst another comment, however many ask at once', async () => {
    const posted = await Promise.all(['One.', 'Two.', 'Three.'].map((text) => bench.post([text])))
    const more = await bench.hire('analyst')
    const got = await Promise.all([next(bench.ada), next(bench.grace), next(more)])
    expect(got.toSorted()).toEqual(posted.toSorted())
    expect((await bench.get(queue, bench.ada)).body).toContain('No comment is left to take')
    for (const [at, who] of [bench.ada, bench.grace, more].entries()) await bench.done(who, got[at] ?? '')
  })

  test('of two who take one comment at once, one has it and the other is told', async () => {
    const number = await bench.post(['Fought over.'])
    const both = await Promise.all(
      [bench.ada, bench.grace].map((who) => bench.send(desk(number), { act: 'take' }, who)),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(both.find(({ statusCode }) => statusCode === 409)?.body).toContain(
      'Somebody else took this comment',
    )
    const owner = both[0]?.statusCode === 303 ? bench.ada : bench.grace
    expect((await bench.send(desk(number), { act: 'give-back' }, owner)).statusCode).toBe(303)
    expect((await bench.get(desk(number), bench.chair)).body).toContain('Nobody has taken this comment yet')
    await bench.take(bench.ada, number)
    await bench.done(bench.ada, number)
  })

  test('waits for those who code, on the first page too', async () => {
    const number = await bench.post(['Waiting.'])
    expect((await bench.get('/', bench.ada)).body).toContain('1 comment waits to be coded')
    expect((await bench.get('/', bench.chair)).body).not.toContain('waits to be coded')
    await bench.take(bench.ada, number)
    await bench.done(bench.ada, number)
  })

  test('takes a share from the chair alone, and only a whole number', async () => {
    expect((await bench.send(`${queue}/share`, { percent: '10' }, bench.ada)).statusCode).toBe(403)
    for (const percent of ['101', '-1', '1.5', 'all', ''])
      expect((await bench.send(`${queue}/share`, { percent }, bench.chair)).statusCode).toBe(422)
    expect((await bench.send(`${queue}/share`, { percent: '0' }, bench.chair)).statusCode).toBe(303)
  })
})

describe('marking without script', () => {
  test('takes words that stand there once, and codes them in the same step', async () => {
    const number = await bench.post(['Ten years, says one.\n\nAt the\nvery least, and ten years for cars.'])
    const form = { words: 'At the very least', codes: long, 'position-1': 'support-with-condition' }
    expect((await bench.send(`${desk(number)}/excerpts`, form, bench.ada)).body).toContain(
      'Enter the condition',
    )
    const whole = { ...form, 'condition-1': 'for cars only' }
    expect((await bench.send(`${desk(number)}/excerpts`, whole, bench.ada)).body).toContain(
      'Take this comment first',
    )
    await bench.take(bench.ada, number)
    expect((await bench.send(`${desk(number)}/excerpts`, whole, bench.ada)).statusCode).toBe(303)
    const [excerpt] = await bench.excerpts(number)
    expect(excerpt?.words).toBe('At the\nvery least')
    const page = (await bench.get(desk(number), bench.ada)).body
    expect(page).toContain('<mark>At the\nvery least</mark>')
    expect(page).toContain('for cars only')
    const [coding] = await said(excerpt?.id as ExcerptId)
    expect(coding).toMatchObject({ codes: [long], counts: true, positions: [{ condition: 'for cars only' }] })
  })

  test('refuses words that stand nowhere, and asks which where they stand twice', async () => {
    const number = await bench.post(['Ten years here.\n\nTen years there.'])
    await bench.take(bench.ada, number)
    const mark = (form: Record<string, string>) => bench.send(`${desk(number)}/excerpts`, form, bench.ada)
    expect((await mark({ words: 'ten years', codes: long })).body).toContain('do not stand there just so')
    expect((await mark({ words: ' ', codes: long })).body).toContain('Enter the words')
    const twice = await mark({ words: 'Ten years', codes: long })
    expect(twice.statusCode).toBe(422)
    expect(twice.body).toContain('The words stand there 2 times')
    const place = [...twice.body.matchAll(/name="place"[^>]*value="([^"]+)"|value="(answer[^"]+)"/g)].map(
      (one) => one[1] ?? one[2] ?? '',
    )
    expect((await mark({ words: 'Ten years', codes: long, place: place[1] ?? '' })).statusCode).toBe(303)
    expect((await bench.excerpts(number))[0]?.starts).toBe(17)
    expect(
      (await mark({ words: 'Ten years', in: 'answer-1', paragraph: '1', codes: label })).statusCode,
    ).toBe(303)
    expect((await mark({ words: '', in: 'answer-1', paragraph: '2', codes: label })).statusCode).toBe(303)
    expect((await bench.excerpts(number)).map(({ words }) => words)).toEqual([
      'Ten years',
      'Ten years',
      'Ten years there.',
    ])
    expect((await mark({ words: 'there', codes: '' })).body).toContain('Choose a code, or a position')
    const stray = { words: 'there', codes: long, 'position-1': 'oppose', 'condition-1': 'if' }
    expect((await mark(stray)).body).toContain('A condition belongs to')
    expect((await mark({ words: 'there', codes: crypto.randomUUID() })).statusCode).toBe(409)
  })

  test('counts in the units of the text: beside emoji, from right to left, and never half a sign', async () => {
    const number = await bench.post([
      'Go 🦉🦉 now.\n\nنحن نؤيد التحديثات لمدة عشر سنوات.\n\n我们支持十年更新。',
    ])
    for (const words of ['🦉 now', 'التحديثات لمدة', '支持十年'])
      await bench.mark(bench.ada, number, words, { codes: [long] })
    expect((await bench.excerpts(number)).map(({ words }) => words)).toEqual([
      '🦉 now',
      'التحديثات لمدة',
      '支持十年',
    ])
    const half = await bench.send(`${desk(number)}/excerpts`, { words: '\udd89 now', codes: long }, bench.ada)
    expect(half.statusCode).toBe(422)
    const raw = await bench.house.app.inject({
      method: 'POST',
      url: `${desk(number)}/excerpts`,
      headers: { cookie: bench.ada.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `words=%ED%B6%89&codes=${long}`,
    })
    expect(raw.statusCode).toBeLessThan(500)
  })

  test('changes and deletes what is one’s own', async () => {
    const number = await bench.post(['Mine to delete.'])
    const excerpt = await bench.mark(bench.ada, number, 'Mine', { codes: [long] })
    const form = { codes: label, 'position-2': 'oppose' }
    expect((await bench.send(`${desk(number)}/excerpts/${excerpt}`, form, bench.ada)).statusCode).toBe(303)
    expect((await said(excerpt))[0]).toMatchObject({ codes: [label], positions: [{ position: 'oppose' }] })
    const page = await bench.get(`${desk(number)}?excerpt=${excerpt}`, bench.ada)
    expect(page.body).toContain('Code excerpt 1')
    const away = (who: typeof bench.ada) => bench.send(`${desk(number)}/excerpts/${excerpt}/delete`, {}, who)
    expect((await away(bench.grace)).statusCode).toBe(409)
    expect((await bench.send(desk(number), { act: 'give-back' }, bench.ada)).statusCode).toBe(409)
    expect((await away(bench.ada)).statusCode).toBe(303)
    expect((await away(bench.ada)).statusCode).toBe(409)
    expect(await bench.excerpts(number)).toEqual([])
    expect((await bench.send(desk(number), { act: 'not-substantive' }, bench.ada)).statusCode).toBe(303)
    expect((await bench.get(desk(number), bench.ada)).body).toContain('You found nothing of substance')
  })

  test('of unknown things says that they are not there', async () => {
    const number = await bench.post(['Known.'])
    await bench.take(bench.ada, number)
    const unknown = crypto.randomUUID()
    expect((await bench.get(desk('EX-2026-0001-9999'), bench.ada)).statusCode).toBe(404)
    expect((await bench.get(desk('nonsense'), bench.ada)).statusCode).toBe(404)
    expect((await bench.get('/requests/none/coding', bench.ada)).statusCode).toBe(404)
    expect(
      (await bench.send(`${desk(number)}/excerpts/${unknown}`, { codes: long }, bench.ada)).statusCode,
    ).toBe(409)
    expect((await bench.send(`${desk(number)}/excerpts/x/delete`, {}, bench.ada)).statusCode).toBe(404)
    expect((await bench.send(desk(number), { act: 'explode' }, bench.ada)).statusCode).toBe(400)
    expect(
      (await bench.get(`${desk(number)}?excerpt=${unknown}&in=answer-99&paragraph=x`, bench.ada)).statusCode,
    ).toBe(200)
    expect((await bench.get(desk(number))).statusCode).toBe(303)
  })
})

describe('a second coder', () => {
  let number: string
  let first: ExcerptId

  beforeAll(async () => {
    await bench.share(100)
    number = await bench.post(['Ten years of updates.\n\nLabels should say so.'])
    first = await bench.mark(bench.ada, number, 'Ten years of updates', {
      codes: [long],
      positions: { 1: ['support-with-condition', 'only where sold here'] },
    })
    await bench.done(bench.ada, number)
  })

  const secrets = ['only where sold here', 'Support, with a condition</', 'Test Person']

  test('who may become one reads nowhere what the first one said before taking the comment', async () => {
    const under = `/processes/devices/codebook/${long}/excerpts`
    const newcomer = await bench.hire('analyst')
    for (const who of [bench.grace, newcomer])
      expect((await bench.get(under, who)).body).not.toContain('Ten years of updates')
    for (const who of [bench.ada, bench.chair])
      expect((await bench.get(under, who)).body).toContain('Ten years of updates')
  })

  test('sees where the first one marked, and nothing of what was said there', async () => {
    await bench.take(bench.grace, number)
    for (const url of [desk(number), `${desk(number)}?excerpt=${first}`]) {
      const page = (await bench.get(url, bench.grace)).body
      expect(page).toContain('<mark>Ten years of updates</mark>')
      expect(page).toContain('stays covered')
      for (const secret of [secrets[0] ?? '', 'checked', 'counts</']) expect(page).not.toContain(secret)
    }
    const under = `/processes/devices/codebook/${long}/excerpts`
    expect((await bench.get(under, bench.grace)).body).not.toContain('Ten years of updates')
    expect((await bench.get(under, bench.ada)).body).toContain('Ten years of updates')
  })

  test('codes those and others, and neither sees the other until both are done', async () => {
    await bench.recode(bench.grace, number, first, { codes: [label] })
    await bench.mark(bench.grace, number, 'Labels should say so', { codes: [label] })
    expect((await said(first)).find(({ counts }) => counts)?.codes).toEqual([long])
    expect((await bench.get(desk(number), bench.ada)).body).not.toContain('<bdi>Label</bdi></li>')
    await bench.done(bench.grace, number)
    const page = (await bench.get(desk(number), bench.grace)).body
    expect(page).toContain(secrets[0])
    expect(page).toContain('The coders differ')
    expect((await said(first)).some(({ counts }) => counts)).toBe(false)
  })

  test('cannot go back once the other was seen, and a third one finds no place', async () => {
    const again = await bench.send(desk(number), { act: 'take-up-again' }, bench.grace)
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('You have seen what the other coder said')
    const third = await bench.hire('analyst')
    expect((await bench.send(desk(number), { act: 'take' }, third)).statusCode).toBe(409)
  })

  test('who leaves a marked place alone says that no code applies', async () => {
    const other = await bench.post(['Left alone.'])
    const excerpt = await bench.mark(bench.ada, other, 'Left alone', { codes: [long] })
    await bench.done(bench.ada, other)
    await bench.take(bench.grace, other)
    await bench.done(bench.grace, other)
    const codings = await said(excerpt)
    expect(codings.map(({ codes }) => codes.length).sort()).toEqual([0, 1])
    expect(codings.some(({ counts }) => counts)).toBe(false)
  })

  test('who says the same settles it with that: the first coding counts', async () => {
    const other = await bench.post(['All agree.'])
    const excerpt = await bench.mark(bench.ada, other, 'All agree', { codes: [long, label] })
    await bench.done(bench.ada, other)
    await bench.mark(bench.grace, other, 'All agree', { codes: [label, long] })
    await bench.done(bench.grace, other)
    expect((await said(excerpt)).map(({ counts, reading }) => [reading?.place, counts]).sort()).toEqual([
      [1, true],
      [2, false],
    ])
  })
})
