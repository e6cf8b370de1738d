import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { eraseComments } from '../../../docket/index.ts'
import { eraseFromCampaigns } from './queue/store.ts'
import { fileOf, openFinding } from './testing.ts'

const finding = await openFinding()
const { post, take, withhold, find, campaigns, db } = finding
afterAll(finding.close)
beforeEach(() => finding.newRequest())

const letter =
  'I ask the ministry to require ten years of security updates for every connected device sold to homes, because people keep what they buy.'
const other = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')
const textsRead = async () =>
  (
    await db
      .selectFrom('analysis.read_text')
      .select('id')
      .where('request_id', '=', finding.request().id)
      .execute()
  ).length

describe('campaigns are found', () => {
  test('in attachments, each a text of its own, and in answers joined in their order', async () => {
    const [first, second] = await post(
      {
        answers: [{ text: 'See attached.', publication: 'with-name' }],
        attachments: [fileOf(letter, 'with-name')],
      },
      {
        answers: [
          { text: letter.slice(0, 60), publication: 'with-name' },
          { text: letter.slice(60), publication: 'without-name' },
        ],
      },
    )
    const [third] = await post(letter)
    await find()
    expect((await campaigns())[0]?.members).toEqual([first, second, third])
    expect(await textsRead()).toBe(4)
  })

  test('never in what is confidential, waits for a decision, is withheld or was replaced', async () => {
    const secret = { text: letter, publication: 'confidential' } as const
    await post(
      { answers: [secret] },
      { answers: [{ text: other, publication: 'with-name' }, secret] },
      { attachments: [fileOf(letter, 'confidential')], answers: [{ text: 'Hm.', publication: 'with-name' }] },
    )
    await take(letter)
    const [gone, replaced, stays] = await post(letter, letter, letter)
    await withhold(gone)
    await sql`update docket.comment set superseded_as = 'correction', superseded_by =
      (select id from docket.comment where number = ${stays}) where number = ${replaced}`.execute(db)
    await find()
    expect(await campaigns()).toEqual([])
    expect(await textsRead()).toBe(3)
  })

  test('in what is left of a redacted comment, as it is read now', async () => {
    const [one, two] = await post(letter, letter)
    await find()
    const before = await campaigns()
    const comment = sql`(select id from docket.comment where number = ${two})`
    await sql`insert into texts.version (id, of_kind, of_id, kind, language, sha256, text, created_at)
      select gen_random_uuid(), of_kind, of_id, kind, language, sha256, ${other}, now() from texts.version
      where kind = 'published' and of_id in (select id from docket.answer where comment_id = ${comment})`.execute(
      db,
    )
    await sql`insert into analysis.to_read select id, request_id from docket.comment where number = ${two}`.execute(
      db,
    )
    await find()
    expect(before[0]?.members).toEqual([one, two])
    expect(await campaigns()).toEqual([])
    expect(await textsRead()).toBe(2)
  })

  test('without what was erased: its rows are empty at once, and gone when the record was read', async () => {
    const [one, two, three] = await post(letter, letter, letter)
    await find()
    const { id } = await db
      .selectFrom('docket.comment')
      .select('id')
      .where('number', '=', two ?? '')
      .executeTakeFirstOrThrow()
    await db.transaction().execute(async (tx) => {
      await eraseComments(tx, [id], {
        reason: 'asked-for',
        by: undefined,
        at: finding.house.services.clock.now(),
      })
      await eraseFromCampaigns(tx, [id])
    })
    expect((await finding.members()).map(({ number }) => number)).toEqual([one, three])
    const versions = await db
      .selectFrom('analysis.read_text')
      .select('versions')
      .where('comment_id', '=', id)
      .execute()
    expect(versions).toEqual([{ versions: [] }])
    await find()
    expect((await campaigns())[0]?.members).toEqual([one, three])
    expect(await textsRead()).toBe(2)
  })
})
