import { Finder } from '../../src/analysis/campaigns/finding/finder.ts'
import { addCode } from '../../src/analysis/codebook/add-code.ts'
import { findQuote } from '../../src/analysis/coding/excerpts/find-quote.ts'
import { markExcerpt } from '../../src/analysis/coding/excerpts/mark-excerpt.ts'
import { listPostedTexts } from '../../src/analysis/coding/excerpts/store.ts'
import { finishReading } from '../../src/analysis/coding/readings/finish-reading.ts'
import { findToRead } from '../../src/analysis/coding/readings/store.ts'
import { takeComment } from '../../src/analysis/coding/readings/take-comment.ts'
import type { Arrival } from '../../src/docket/comments/model.ts'
import { answerTo, arrivalAt, decideAs, receive } from '../../src/docket/posting/testing.ts'
import { guest } from '../../src/participants/index.ts'
import { after, type Instant } from '../../src/platform/time.ts'
import type { RequestForComment } from '../../src/requests/index.ts'
import type { TestApp } from '../../src/testing.ts'
import { hidden, type Words, withhold } from './fill-house.ts'

const letter = (word = '') =>
  `I ask the ministry to require ten years of security updates ${word} for every connected device sold to homes, because people keep what they buy and cannot tell.`

/** Three who sent one letter: a joint comment, one of which a word is redacted later, and one that is withheld later. */
function arrivals(request: RequestForComment, words: Words): Partial<Arrival>[] {
  const answer = (text: string, how?: 'confidential') => answerTo(request, how ? 2 : 1, text, how)
  return [
    {
      particulars: { name: 'Dora Example', organisation: 'Example Union', email: 'dora@example.org' },
      answers: [answer(letter()), answer(letter(words.campaignConfidential), 'confidential')],
      signatories: [
        { name: 'Shown League' },
        { name: words.withheldSignatory, email: `${words.signatoryMail}@example.org` },
      ],
    },
    { particulars: { name: 'Eli Example' }, answers: [answer(letter(words.campaignRedacted))] },
    {
      particulars: { name: 'Fay Example' },
      answers: [answer(letter(words.campaignWithheld))],
      signatories: [{ name: words.signatoryOfWithheld }],
    },
    {
      particulars: { name: 'Gil Example' },
      answers: [answer(letter(words.wholeText), 'confidential')],
      signatories: [{ name: words.signatoryOfConfidential }],
    },
  ]
}

/** An analyst marks the words around what is redacted, or withheld, later. */
async function code(
  house: TestApp,
  number: string,
  { person }: { person: Analyst['person'] },
  quote: string,
) {
  const { db, clock } = house.services
  const [coding, comment] = [
    { actor: { ...guest, person }, number, at: clock.now() },
    await findToRead(db, number),
  ]
  if (!comment) throw new Error(`${number} is not posted.`)
  const added = { name: `About ${number}`, definition: '', example: '', parent: undefined }
  const made = await addCode(db, { ...coding, process: comment.processId }, added)
  if ('refused' in made) throw new Error(made.refused)
  await takeComment(db, coding)
  const texts = await listPostedTexts(db, comment.id)
  const keyed = texts.map(({ version, text }) => ({ key: version as string, text }))
  const [place] = findQuote(keyed, { words: quote })
  const text = texts.find(({ version }) => version === place?.key)
  if (!place || !text) throw new Error(`“${quote}” does not stand there.`)
  const span = { version: text.version, starts: place.start, ends: place.end, words: quote }
  const marked = await markExcerpt(db, coding, span, { codes: [made.added], positions: [] })
  if ('refused' in marked) throw new Error(marked.refused)
  await finishReading(db, coding, 'done')
}

async function find({ services: { db, clock } }: TestApp): Promise<void> {
  const finder = new Finder({ db, clock })
  while (await finder.next());
  await finder.end()
}

async function redact({ get, post }: TestApp, number: string, word: string, cookie: string) {
  const desk = `/comments/${number}/redaction`
  await post(`${desk}/marks`, { words: word, reason: 'personal-information' }, cookie)
  const page = (await get(desk, cookie)).body
  const order = { seen: hidden(page, 'seen'), marks: hidden(page, 'marks') }
  const posted = await post(`${desk}/post`, order, cookie)
  if (posted.statusCode !== 303) throw new Error(`Not redacted: ${posted.statusCode}`)
}

async function withholdName({ services, post }: TestApp, number: string, name: string, cookie: string) {
  const { id } = await services.db
    .selectFrom('docket.signatory')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  const form = { signatory: id, reason: 'off-topic' }
  const done = await post(`/comments/${number}/moderation/signatories`, form, cookie)
  if (done.statusCode !== 303) throw new Error(`The name is not withheld: ${done.statusCode}`)
}

type Analyst = Awaited<ReturnType<TestApp['signInAs']>>

interface Filling {
  request: RequestForComment
  words: Words
  moderator: { cookie: string }
  at: Instant
}

/** A campaign is found and coded while all of it is posted; then secrets are taken out, and nothing is found anew. */
export async function fillBench(house: TestApp, { request, words, moderator, at }: Filling) {
  const { db } = house.services
  const analyst = await house.signInAs({ role: 'analyst', process: request.processId })
  const numbers: string[] = []
  for (const [i, said] of arrivals(request, words).entries()) {
    const times = { receivedAt: after(at, -1000 * (9 - i)), idempotencyKey: `bench-${i}` }
    numbers.push((await receive(db, [arrivalAt(request, { ...times, ...said })]))[0] ?? '')
  }
  const [joint = '', redacted = '', withheld = ''] = numbers
  // Of two decisions of one moment nobody could say which stands.
  for (const number of numbers) await decideAs(db, request, number, { act: 'post' }, after(at, -1))
  await find(house)
  await code(house, redacted, analyst, `updates ${words.campaignRedacted} for every`)
  await code(house, withheld, analyst, `updates ${words.campaignWithheld} for every`)
  await redact(house, redacted, words.campaignRedacted, moderator.cookie)
  await withhold(house, withheld, at)
  await withholdName(house, joint, words.withheldSignatory, moderator.cookie)
  return { joint, redacted, withheld, analyst, numbers }
}
