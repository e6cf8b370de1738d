import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { RedactionId } from '../../moderation/index.ts'
import { after as later } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import { supersedeComment, withdrawComment } from '../comments/end-comment.ts'
import { readWhole } from '../comments/read-whole.ts'
import { decideComment } from '../posting/decide-comment.ts'
import { findToModerate, listSentAnswers } from '../posting/store.ts'
import { answerTo, arrivalAt, decideAs, moderatorOf, receive } from '../posting/testing.ts'
import { file, numbersOn, openDocket, opens, text } from './testing.ts'

const docket = await openDocket()
const { app, db, newRequest, post, withhold, page, json } = docket
afterAll(docket.close)

const searched = (request: RequestForComment, words: string) =>
  `/requests/${request.docket}/comments?${new URLSearchParams({ words })}`
const found = async (request: RequestForComment, words: string) =>
  numbersOn(await page(searched(request, words)))

/** A comment that says this, in this language. */
const saying = (request: RequestForComment, language: string, ...answers: string[]) => ({
  language,
  answers: answers.map((one, at) => answerTo(request, at + 1, one)),
})

describe('a search', () => {
  test('finds words in their other forms, each comment in its own language', async () => {
    const request = await newRequest()
    const [french, german, english] = await post(
      request,
      saying(request, 'fr', 'La sécurité de l’appareil dépend de nous.'),
      saying(request, 'de', 'Für alle Geräte gilt: Häuser brauchen Schlösser. Große Straßen.'),
      saying(request, 'en', 'Devices were updated.'),
    )
    expect(await found(request, 'sécurité des appareils')).toEqual([french])
    expect(await found(request, 'securite des appareils')).toEqual([french])
    expect(await found(request, "l'appareil")).toEqual([french])
    expect(await found(request, 'gerät')).toEqual([german])
    expect(await found(request, 'Hauses Strasse')).toEqual([german])
    expect(await found(request, 'haus für geräte')).toEqual([german])
    expect(await found(request, 'update device')).toEqual([english])
  })

  test('finds any two letters of a script that puts no space between words', async () => {
    const request = await newRequest()
    const [chinese, japanese, thai] = await post(
      request,
      saying(request, 'zh', '设备的安全更新期限应当公开。'),
      saying(request, 'ja', 'セキュリティ更新の期間を公表するべきです。IoT機器も。'),
      saying(request, 'th', 'ความปลอดภัยของอุปกรณ์'),
    )
    expect(await found(request, '安全更新')).toEqual([chinese])
    expect(await found(request, '更新')).toEqual([japanese, chinese])
    expect(await found(request, '更新期限')).toEqual([chinese])
    expect(await found(request, '期限更新')).toEqual([])
    expect(await found(request, 'IoT機器')).toEqual([japanese])
    expect(await found(request, '设')).toEqual([chinese])
    expect(await found(request, '更新 -セキュリティ')).toEqual([chinese])
    expect(await found(request, 'อุปกรณ์')).toEqual([thai])
    expect(await page(searched(request, '安全更新'))).toContain('设备的<mark>安全更新</mark>期限')
  })

  test('takes phrases, words to leave out, and one or another', async () => {
    const request = await newRequest()
    const [first, second] = await post(
      request,
      saying(request, 'en', 'Ten years of security updates.', 'Labels on the box.'),
      saying(request, 'en', 'Updates of security for ten years.'),
    )
    expect(await found(request, '"security updates"')).toEqual([first])
    expect(await found(request, '“security updates”')).toEqual([first])
    expect(await found(request, 'updates -labels')).toEqual([second])
    expect(await found(request, '-labels')).toEqual([second])
    expect(await found(request, 'labels or years')).toEqual([second, first])
    expect(await found(request, 'labels years')).toEqual([first])
  })

  test('marks what was searched for, whatever the comment is written to look like', async () => {
    const request = await newRequest()
    await post(request, saying(request, 'fr', '<b>Le</b> système & les <mark>Systèmes</mark> sûrs.'))
    const html = await page(searched(request, 'systeme'))
    expect(html).toContain('<mark>système</mark> &amp; les &lt;mark>')
    expect(html).toContain('<mark>Systèmes</mark>&lt;/mark>')
    expect(html).not.toContain('<b>')
  })

  test('looks into attachments and says which one it is', async () => {
    const request = await newRequest()
    const [number] = await post(request, { attachments: [file('a.pdf', 'The firmware.')] })
    expect(await found(request, 'firmware')).toEqual([number])
    const html = await page(searched(request, 'firmware'))
    expect(text(html)).toContain('In attachment 1:')
    expect(html).toContain(`href="/comments/${number}/attachments/1"`)
  })

  test.each([
    ['short words in one chain', Array.from({ length: 60_000 }, (_, at) => at.toString(36)).join('-')],
    [
      'rare Chinese letters',
      Array.from({ length: 42_000 }, (_, at) => String.fromCodePoint(0x20000 + at)).join(''),
    ],
    [
      'addresses',
      Array.from({ length: 9000 }, (_, at) => `https://${at}.example.org/a/${at}?b=${at}`).join(' '),
    ],
  ])('holds the longest text of %s, to its end', async (_, words) => {
    const request = await newRequest()
    const [number] = await post(request, { attachments: [file('long.txt', `${words} firmware`)] })
    expect(await found(request, 'firmware')).toEqual([number])
  })

  test('stands in the address with every filter, for people, programs and feeds', async () => {
    const request = await newRequest()
    const numbers = await post(
      request,
      { ...saying(request, 'en', 'Locks.'), group: 'academia' },
      { ...saying(request, 'en', 'Locks.'), group: 'users' },
    )
    const url = `${searched(request, 'locks')}&group=academia`
    const html = await page(url)
    expect(numbersOn(html)).toEqual([numbers[0]])
    expect(text(html)).toContain('1 comment: saying locks, Academia')
    expect(html).toContain('<input type="hidden" name="group" value="academia"')
    expect(html).toContain('<input type="hidden" name="words" value="locks"')
    expect(await json(`/api${url}`)).toMatchObject({ matching: 1, more: false })
    const { body } = await app.inject({ url: url.replace('/comments?', '/comments.atom?') })
    expect(body.match(/<id>.*<\/id>/g)).toEqual([
      `<id>http://localhost/requests/${request.docket}/comments.atom?words=locks&amp;group=academia</id>`,
      `<id>http://localhost/comments/${numbers[0]}</id>`,
    ])
  })

  test.each([
    ['of an apostrophe', "'"],
    ['with an open quote', '"security upd'],
    ['of signs', '& | ! ( ) : * <-> \\ %'],
    ['of a minus', '- -- -"'],
    ['of nothing but “or”', 'or OR or'],
    ['of a prefix, as the database writes it', "sec:* & '@english'"],
    ['of ten thousand letters', 'security '.repeat(1112)],
    ['of a letter that no column holds', 'security\0'],
    ['of half a letter', 'security \ud800'],
    ['of stop words only', 'the of and'],
  ])('%s is never an error', async (_, words) => {
    const request = await newRequest()
    await post(request, saying(request, 'en', 'The security of updates.'))
    await page(searched(request, words))
    await json(`/api${searched(request, words)}`)
  })

  test('that finds nothing says why, and what to try', async () => {
    const request = await newRequest()
    await post(request, saying(request, 'en', 'The security of updates.'))
    expect(text(await page(searched(request, 'the of')))).toContain(
      'no word in this that can be searched for',
    )
    const html = await page(`${searched(request, 'bicycle')}&group=users`)
    expect(text(html)).toContain('No posted comment says this')
    expect(html).toContain(`href="/requests/${request.docket}/comments?words=bicycle">Search all comments`)
  })
})

describe('a search over every docket', () => {
  test('says in which of them, of one process or of all, how many comments say so', async () => {
    const [one, other] = [await newRequest(), await newRequest()]
    await post(one, saying(one, 'en', 'Zebras.'))
    await post(other, saying(other, 'fr', 'Un zébra.'), saying(other, 'en', 'A zebra.', 'Zebra again.'))
    const [held = ''] = await receive(db, [arrivalAt(one, saying(one, 'en', 'Zebras.'))])
    await withhold(one, held)
    const everywhere = await page('/search?words=zebra')
    expect(text(everywhere)).toMatch(/2 comments in EX-2026-\d+.*1 comment in EX/)
    expect(everywhere).toContain(`href="/requests/${other.docket}/comments?words=zebra"`)
    const within = text(await page(`/search?words=zebra&process=${one.processSlug}`))
    expect(within).toContain(`1 comment in ${one.docket}`)
    expect(within).not.toContain(other.docket)
    expect(text(await page('/search?words=the'))).toContain('No posted comment says this')
    expect(text(await page('/search'))).not.toContain('No posted comment')
    await page('/search?words=zebra&process=nowhere', 404)
  })
})

describe('a search tells nothing of', () => {
  const secret = 'canary'
  const list = (request: RequestForComment) => [
    searched(request, secret),
    `${searched(request, secret)}&state=all`,
    `${searched(request, secret)}&state=withheld`,
    searched(request, 'open canary'),
    searched(request, `"${secret}"`),
  ]
  const isSilent = async (request: RequestForComment) => {
    for (const url of list(request)) {
      expect(numbersOn(await page(url)), url).toEqual([])
      expect((await json(`/api${url}`)).matching, url).toBe(0)
      const { body } = await app.inject({ url: url.replace('/comments?', '/comments.atom?') })
      expect(body, url).not.toContain('<entry>')
    }
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from docket.search_text
      where request_id = ${request.id} and words @@ 'canari'`.execute(db)
    expect(rows[0]?.count).toBe(0)
  }
  const whole = (request: RequestForComment) => ({
    ...saying(request, 'en', 'Open canary.', 'canary two'),
    attachments: [file('c.pdf', 'A canary.')],
  })

  test('what is being screened, withheld, or withheld after it was posted', async () => {
    const request = await newRequest()
    const [, withheld = '', undone = ''] = await receive(
      db,
      [1, 2, 3].map(() => arrivalAt(request, whole(request))),
    )
    await withhold(request, withheld)
    await decideAs(db, request, undone, { act: 'post' })
    expect(await found(request, secret)).toEqual([undone])
    await withhold(request, undone)
    await isSilent(request)
  })

  test('what was redacted after it had been posted', async () => {
    const request = await newRequest()
    const [number = ''] = await post(request, saying(request, 'en', 'Open canary.'))
    expect(await found(request, secret)).toEqual([number])
    await withhold(request, number)
    const comment = await findToModerate(db, number)
    if (!comment) throw new Error('gone')
    const [answer] = await listSentAnswers(db, [comment.id])
    const { rows } = await sql<{ id: RedactionId }>`
      insert into moderation.redaction (id, about_kind, about_id, of_kind, of_id, version_id, starts_at, ends_at, reason_code, at)
      values (gen_random_uuid(), 'comment', ${comment.id}, 'answer', ${answer?.id}, ${answer?.version}, 5, 11, 'trade-secret', ${opens})
      returning id`.execute(db)
    const left = { version: answer?.version as VersionId, text: 'Open [redacted].', paragraphs: [1] }
    await decideComment(db, moderatorOf(request), {
      comment,
      questions: new Map(request.questions.map((one) => [one.id, one.number])),
      verdict: { act: 'redact', seen: 'withheld', reason: undefined, explanation: '' },
      redacted: {
        marks: rows.map(({ id }) => id),
        reasons: ['trade-secret'],
        texts: new Map([[answer?.id ?? '', left]]),
        heldBack: new Set(),
      },
      at: later(opens, 9_000_000),
    })
    await isSilent(request)
    expect(await found(request, 'open')).toEqual([number])
  })

  test('what its sender withdrew or replaced', async () => {
    const request = await newRequest()
    const [withdrawn = '', replaced = ''] = await post(request, whole(request), whole(request))
    const target = async (number: string) => {
      const one = await readWhole(db, number, request.questions)
      if (!one) throw new Error('gone')
      return one
    }
    await withdrawComment(db, await target(withdrawn), opens)
    const mended = arrivalAt(request, saying(request, 'en', 'A canary in its correction.'))
    await supersedeComment(db, mended, await target(replaced), 'correction')
    await isSilent(request)
  })

  test('confidential answers and attachments, beside open ones and alone', async () => {
    const request = await newRequest()
    const files = [file('c.pdf', 'A canary.', 'confidential')]
    const hidden = answerTo(request, 2, 'canary', 'confidential')
    await post(
      request,
      { answers: [answerTo(request, 1, 'Open words.'), hidden], attachments: files },
      { answers: [hidden], attachments: files },
    )
    await isSilent(request)
    expect(await found(request, '-canary')).toHaveLength(1)
  })

  test('names, addresses and file names, shown or not', async () => {
    const request = await newRequest()
    const particulars = { name: 'Canary', email: 'canary@example.org', organisation: 'Canary' }
    await post(
      request,
      { particulars, attachments: [file('canary.pdf', 'Text.')] },
      { particulars, answers: [answerTo(request, 1, 'Ten.', 'without-name')] },
    )
    await isSilent(request)
  })

  test('other dockets', async () => {
    const [one, other] = [await newRequest(), await newRequest()]
    await post(other, whole(other))
    await isSilent(one)
    expect(await found(one, `canary or @${other.id}`)).toEqual([])
  })
})
