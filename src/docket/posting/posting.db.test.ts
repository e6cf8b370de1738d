import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionsAbout } from '../../moderation/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts'
import { listEntriesAbout } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { decideComment } from './decide-comment.ts'
import { partsShown } from './model.ts'
import { countWaiting, findNextWaiting, findToModerate } from './store.ts'
import {
  answerTo,
  arrivalAt,
  type DocketTables,
  decideAs,
  moderatorOf,
  openRequest,
  receive,
} from './testing.ts'

const opens = new Date('2026-03-02T12:00:00Z')
let database: TestDatabase<DocketTables>
let request: RequestForComment

beforeAll(async () => {
  database = await testDatabase()
  request = await openRequest(database.db, { opens })
})
afterAll(() => database.close())

const decide = (...given: [string, Parameters<typeof decideAs>[3]]) =>
  decideAs(database.db, request, ...given)

async function commentOf(number: string) {
  const found = await findToModerate(database.db, number)
  if (!found) throw new Error('gone')
  return found
}

async function leavesOf(number: string): Promise<string[]> {
  const rows = await database.db.selectFrom('record.leaf').select('body').orderBy('written').execute()
  return rows.map(({ body }) => body).filter((body) => body.includes(`number ${number}\n`))
}

const versionsOf = async (number: string) => {
  const { id } = await commentOf(number)
  return database.db
    .selectFrom('texts.version')
    .innerJoin('docket.answer', 'docket.answer.id', 'texts.version.of_id')
    .select(['texts.version.kind', 'texts.version.text'])
    .where('docket.answer.comment_id', '=', id)
    .execute()
}

describe('posting a comment', () => {
  test('publishes what is not confidential, and tells the record and the log which parts those are', async () => {
    const answers = [answerTo(request, 1, 'Ten.\n\nYears.'), answerTo(request, 2, 'SECRET', 'confidential')]
    const [number = ''] = await receive(database.db, [arrivalAt(request, { answers })])
    expect(await decide(number, { act: 'post' })).toBe('decided')
    const { id, state } = await commentOf(number)
    expect(state).toBe('posted')
    expect((await versionsOf(number)).map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ['original', 'Ten.\n\nYears.'],
      ['published', 'Ten.\n\nYears.'],
    ])
    expect((await decisionsAbout(database.db, 'comment', id)).map(({ act }) => act)).toEqual(['post'])
    expect((await listEntriesAbout(database.db, id)).map(({ kind }) => kind)).toEqual([
      'comment-received',
      'comment-posted',
    ])
    const [, posted = ''] = await leavesOf(number)
    expect(posted).toContain('kind comment-posted')
    // Two paragraphs; then (2 is confidential) name, capacity, group, language, and the choice for answer 1.
    expect(posted).toContain('parts 1-2,4-8')
  })

  test('of two moderators at once the second is told, and nothing is written twice', async () => {
    const [number = ''] = await receive(database.db, [arrivalAt(request)])
    const both = await Promise.all([
      decide(number, { act: 'post', seen: 'screening' }),
      decide(number, { act: 'withhold', reason: 'spam', seen: 'screening' }),
    ])
    expect(both.sort()).toEqual(['decided', 'not-as-seen'])
    expect(await leavesOf(number)).toHaveLength(2)
    const { id } = await commentOf(number)
    expect(await decisionsAbout(database.db, 'comment', id)).toHaveLength(1)
  })

  test('is undone by withholding with a reason; the log keeps both', async () => {
    const [number = ''] = await receive(database.db, [arrivalAt(request)])
    await decide(number, { act: 'post' })
    await decide(number, { act: 'withhold', reason: 'off-topic', explanation: 'About bicycles.' })
    await decide(number, { act: 'post' })
    expect((await leavesOf(number)).map((body) => body.match(/kind (.*)/)?.[1])).toEqual([
      'comment-received',
      'comment-posted',
      'comment-withheld',
      'comment-posted',
    ])
    const published = (await versionsOf(number)).filter(({ kind }) => kind === 'published')
    expect(published).toHaveLength(1)
  })

  test('leaves no trace when its transaction fails half-way', async () => {
    const [number = ''] = await receive(database.db, [arrivalAt(request)])
    await expect(decide(number, { act: 'withhold', reason: 'no-such-reason' })).rejects.toThrow('foreign key')
    expect((await commentOf(number)).state).toBe('screening')
    expect(await leavesOf(number)).toHaveLength(1)
  })

  test('is refused where the name was taken off after the moderator looked', async () => {
    const [number = ''] = await receive(database.db, [arrivalAt(request)])
    const seen = await findToModerate(database.db, number)
    if (!seen) throw new Error('The comment is not there.')
    await database.db
      .updateTable('docket.comment')
      .set({ named: false })
      .where('number', '=', number)
      .execute()
    const verdict = { act: 'post', seen: 'screening', reason: undefined, explanation: '' } as const
    const deciding = { comment: seen, questions: new Map(), verdict, at: request.opensAt }
    expect(await decideComment(database.db, moderatorOf(request), deciding)).toBe('not-as-seen')
  })

  test('is refused for a comment that its sender withdrew in the meantime', async () => {
    const [number = ''] = await receive(database.db, [arrivalAt(request)])
    const { id } = await commentOf(number)
    await database.db
      .updateTable('docket.comment')
      .set({ withdrawn_at: opens })
      .where('id', '=', id)
      .execute()
    expect(await decide(number, { act: 'post' })).toBe('not-as-seen')
  })
})

describe('the queue', () => {
  test('begins with what waits longest and counts what waits', async () => {
    const other = await openRequest(database.db, { docket: 'EX-2026-0002', opens })
    const numbers = await receive(database.db, [arrivalAt(other), arrivalAt(other), arrivalAt(other)])
    expect((await countWaiting(database.db, [other.id])).get(other.id)).toBe(3)
    const first = await findNextWaiting(database.db, other.id)
    const second = await findNextWaiting(database.db, other.id, first)
    expect([first?.number, second?.number]).toEqual(numbers.slice(0, 2))
    await decideAs(database.db, other, numbers[0] ?? '', { act: 'post' })
    expect((await findNextWaiting(database.db, other.id))?.number).toBe(numbers[1])
    expect((await countWaiting(database.db, [other.id])).get(other.id)).toBe(2)
  })
})

describe('which parts are shown', () => {
  const labels = [
    'answer to question 1, paragraph 1',
    'attachment 1',
    'name',
    'language',
    'publication of attachment 1',
  ]
  const all = {
    answers: [{ label: 'answer to question 1', publication: 'without-name' }],
    attachments: [{ label: 'attachment 1', publication: 'without-name' }],
  } as const

  const open = { named: true, confidential: false }

  test('without a name neither it nor the file is', () => {
    expect(partsShown(labels, { ...open, named: false, ...all })).toEqual([1, 4, 5])
    expect(partsShown(labels, { ...open, ...all })).toEqual([1, 2, 3, 4, 5])
  })
  test('of a wholly confidential comment none is', () => {
    const answers = [{ label: 'answer to question 1', publication: 'confidential' }] as const
    const whole = { named: false, confidential: true, answers, attachments: [] }
    expect(partsShown([...labels, 'stakeholder group', 'country'], whole)).toEqual([])
  })
  test('of a confidential part not even the choice is', () => {
    const attachments = [{ label: 'attachment 1', publication: 'confidential' }] as const
    expect(partsShown(labels, { ...open, answers: [], attachments })).toEqual([3, 4])
  })
  test('two parts of one label are shown together or not at all', () => {
    const answers = [
      { label: 'free text', publication: 'with-name' },
      { label: 'free text', publication: 'confidential' },
    ] as const
    expect(partsShown(['free text, paragraphs 1 to 4'], { ...open, answers, attachments: [] })).toEqual([])
  })
})
