import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { decisionsAbout } from '../../moderation/index.ts'
import { guest } from '../../participants/index.ts'
import { listEntriesAbout } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { findToModerate } from '../posting/store.ts'
import { answerTo, decideAs } from '../posting/testing.ts'
import { openDesk, sentAs, textOf } from './testing.ts'

const opened = await openDesk()
const { app, db, viewer, desk, send, mark, post, stateOf } = opened

let request: RequestForComment
beforeEach(async () => {
  request = await opened.newRequest()
})
afterAll(opened.close)

const receiveOne = (said: Partial<Arrival>) => opened.receiveOne(request, said)
const publicTexts = async (number: string) => {
  const rows = await db
    .selectFrom('docket.answer as answer')
    .innerJoin('texts.version as version', 'version.id', 'answer.published_id')
    .innerJoin('docket.comment as comment', 'comment.id', 'answer.comment_id')
    .select('version.text')
    .where('comment.number', '=', number)
    .orderBy('answer.position')
    .execute()
  return rows.map(({ text }) => text)
}

describe('the desk', () => {
  test('names each text by its own question', async () => {
    const answers = [answerTo(request, 2, 'On the box.'), answerTo(request, undefined, 'Thank you.')]
    const page = textOf((await desk(await receiveOne({ answers }))).body)
    expect(page).toContain('Answer to question 2')
    expect(page).toContain('In their own words')
    expect(page).not.toContain('Answer 1')
  })

  test('proposes addresses, numbers and the same words elsewhere, and marks only what is chosen', async () => {
    const first = 'Ask Lise Meitner.\n\nShe reads rf@example.org since 2026-03-02 or 1990-1995.'
    const answers = [answerTo(request, 1, first), answerTo(request, 2, 'Lise Meitner: +49 30 123 456 78.')]
    const number = await receiveOne({ answers })
    await mark(number, 'Lise Meitner', { in: 'answer-1', paragraph: '1' })
    const { body } = await desk(number)
    const found = [...body.matchAll(/name="places"[^>]*value="([^"]*)"/g)].map(([, one]) => one ?? '')
    const shown = textOf(body)
    expect(shown).toContain('“rf@example.org” in the answer to question 1, paragraph 2: an e-mail address')
    expect(shown).toContain('“Lise Meitner” in the answer to question 2, paragraph 1: marked elsewhere')
    expect(shown).toContain('“+49 30 123 456 78” in the answer to question 2')
    expect(found).toHaveLength(3)
    expect(textOf((await send(number, 'marks/places', { reason: 'other' })).body)).toContain(
      'Choose at least one place to mark',
    )
    await send(number, 'marks/places', { places: found[1] ?? '', reason: 'personal-information' })
    const after = textOf((await desk(number)).body)
    expect(after).toContain('rf@example.org')
    expect([...(await desk(number)).body.matchAll(/name="places"/g)]).toHaveLength(2)
  })
})

describe('a comment with redactions', () => {
  test('is posted as what stays, each gap with its reason; the original is as it was', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Rosalind Frank.\n\nTen years.')] })
    await mark(number, 'rosalind frank')
    const page = textOf((await desk(number)).body)
    expect(page).toContain('Ask [redacted: personal information of others].')
    expect((await post(number)).statusCode).toBe(303)
    expect(await stateOf(number)).toBe('posted')
    expect(await publicTexts(number)).toEqual([
      'Ask [redacted: personal information of others].\n\nTen years.',
    ])
    const originals = await db
      .selectFrom('texts.version')
      .select('text')
      .where('kind', '=', 'original')
      .where('text', 'like', '%Rosalind Frank%')
      .execute()
    expect(originals).toHaveLength(1)
  })

  test('is told in the moderation log with count and reasons, and each later opening is written down', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Ann Bell. Or Bob, a knave.')] })
    await mark(number, 'Ann Bell')
    await mark(number, 'a knave', { reason: 'abusive' })
    await post(number)
    const { id = '' } = (await findToModerate(db, number)) ?? {}
    const [decision] = await decisionsAbout(db, 'comment', id)
    expect(decision).toMatchObject({
      act: 'redact',
      redactions: 2,
      redactedFor: ['abusive', 'personal-information'],
    })
    const opened = async () =>
      (await listEntriesAbout(db, id)).filter(({ kind }) => kind === 'original-opened')
    expect(await opened()).toEqual([])
    await app.inject({ url: `/comments/${number}/moderation` })
    await desk(number)
    const entries = await opened()
    expect(entries.map(({ by }) => by)).toEqual([viewer.now.person, viewer.now.person])
  })

  test('is posted anew with other marks, and withheld and posted whole again', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Rosalind about it.')] })
    await mark(number, 'Rosalind')
    await post(number)
    await mark(number, 'about')
    expect((await post(number, { anyway: 'no' })).statusCode).toBe(303)
    expect((await publicTexts(number))[0]).toMatch(/^Ask \[.*\] \[.*\] it\.$/)
    expect(await decideAs(db, request, number, { act: 'withhold', reason: 'other' })).toBe('decided')
    expect(await decideAs(db, request, number, { act: 'post' })).toBe('not-as-seen')
    const ids = [...(await desk(number)).body.matchAll(/marks\/([^/]+)\/remove/g)].map(([, id]) => id)
    for (const id of ids) await send(number, `marks/${id}/remove`, {})
    expect(await decideAs(db, request, number, { act: 'post' })).toBe('decided')
    expect(await publicTexts(number)).toEqual(['Ask Rosalind about it.'])
  })

  test('keeps no earlier published version with the words', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Hermione now.')] })
    await decideAs(db, request, number, { act: 'post' })
    await mark(number, 'Hermione')
    expect((await post(number)).statusCode).toBe(303)
    const rows = await db
      .selectFrom('texts.version')
      .select('kind')
      .where('text', 'like', '%Hermione%')
      .execute()
    expect(rows).toEqual([{ kind: 'original' }])
  })

  test('is not posted when marks were changed after they were seen', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ask Rosalind or Maurice.')] })
    await mark(number, 'Rosalind')
    const marks = sentAs((await desk(number)).body, 'marks')
    await mark(number, 'Maurice')
    expect((await send(number, 'post', { seen: 'screening', marks })).statusCode).toBe(409)
    expect(await stateOf(number)).toBe('screening')
  })
})

describe('a mark', () => {
  test('may be a whole paragraph, or words in one paragraph only', async () => {
    const answers = [answerTo(request, 1, 'Rosalind one.\n\nRosalind two.')]
    const number = await receiveOne({ answers })
    await mark(number, 'Rosalind', { in: 'answer-1', paragraph: '2' })
    expect((await desk(number)).body).toContain('<mark>Rosalind</mark> two')
    expect((await desk(number)).body).not.toContain('<mark>Rosalind</mark> one')
    await mark(number, '', { in: 'answer-1', paragraph: '1', whole: 'yes' })
    expect((await desk(number)).body).toContain('<mark>Rosalind one.</mark>')
  })

  test.each([
    ['of words that are not there', { words: 'Nowhere' }, 'These words do not stand there'],
    ['of nothing', { words: ' ' }, 'Write the words to leave out'],
    ['without a reason', { words: 'Ten', reason: '' }, 'Choose a reason'],
    ['for a reason nobody knows', { words: 'Ten', reason: 'whim' }, 'one of the reasons'],
  ])('%s is refused with a sentence, and no word is lost', async (_what, form, sentence) => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'Ten years.')] })
    const { statusCode, body } = await send(number, 'marks', { reason: 'abusive', ...form })
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain(sentence)
    expect(body).toContain(form.words.trim())
  })

  test('may be marked at thousands of places at once', async () => {
    const number = await receiveOne({ answers: [answerTo(request, 1, 'eel '.repeat(8000))] })
    expect((await mark(number, 'eel')).statusCode).toBe(303)
    expect((await mark(number, 'eel')).statusCode).toBe(303)
    const { count } = await db
      .selectFrom('moderation.redaction as redaction')
      .innerJoin('docket.comment as comment', 'comment.id', 'redaction.about_id')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('comment.number', '=', number)
      .executeTakeFirstOrThrow()
    expect(count).toBe(8000)
  })

  test('is nobody’s business but a moderator’s', async () => {
    const number = await receiveOne({})
    viewer.now = guest
    expect((await desk(number)).statusCode).toBeGreaterThanOrEqual(400)
    expect((await mark(number, 'Ten')).statusCode).toBeGreaterThanOrEqual(400)
  })
})
