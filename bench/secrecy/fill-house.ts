import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { withdrawComment } from '../../src/docket/comments/end-comment.ts'
import type { Arrival } from '../../src/docket/comments/model.ts'
import { readWhole } from '../../src/docket/comments/read-whole.ts'
import { importFile } from '../../src/docket/import/import-file.ts'
import { makeObjection } from '../../src/docket/objections/making/make-objection.ts'
import { decideIn } from '../../src/docket/posting/decide-comment.ts'
import { findToModerate } from '../../src/docket/posting/store.ts'
import { answerTo, arrivalAt, decideAs, openRequest, receive } from '../../src/docket/posting/testing.ts'
import { guest, operator } from '../../src/participants/index.ts'
import { after, type Instant, parseInstant } from '../../src/platform/time.ts'
import type { RequestForComment } from '../../src/requests/index.ts'
import type { TestApp } from '../../src/testing.ts'
import { fillBench } from './fill-bench.ts'
import { fillDeliberation } from './fill-deliberation.ts'

const opens = parseInstant('2026-02-26T12:00:00Z') as Instant

/** What is secret, and the words that stand for it unless a test says others. */
export const canaries = {
  confidentialAnswer: 'CanaryConfidentialAnswer',
  confidentialFileName: 'CanaryConfidentialFileName',
  confidentialFileText: 'CanaryConfidentialFileText',
  namedMail: 'CanaryNamedMail',
  withheldName: 'CanaryWithheldName',
  withheldOrganisation: 'CanaryWithheldOrganisation',
  withheldMail: 'CanaryWithheldMail',
  withheldText: 'CanaryWithheldText',
  withheldFileName: 'CanaryWithheldFileName',
  withheldFileText: 'CanaryWithheldFileText',
  screenedName: 'CanaryScreenedName',
  screenedText: 'CanaryScreenedText',
  unpublishedName: 'CanaryUnpublishedName',
  unpublishedOrganisation: 'CanaryUnpublishedOrganisation',
  unpublishedFileName: 'CanaryUnpublishedFileName',
  redactedWord: 'CanaryRedactedWord',
  heldBackFileName: 'CanaryHeldBackFileName',
  heldBackFileBytes: 'CanaryHeldBackFileBytes',
  withdrawnText: 'CanaryWithdrawnText',
  withdrawnName: 'CanaryWithdrawnName',
  wholeText: 'CanaryWholeText',
  wholeName: 'CanaryWholeName',
  draftText: 'CanaryDraftText',
  draftName: 'CanaryDraftName',
  claimWords: 'CanaryClaimWords',
  claimName: 'CanaryClaimName',
  claimMail: 'CanaryClaimMail',
  objectionWords: 'CanaryObjectionWords',
  importedMail: 'CanaryImportedMail',
  importedRest: 'CanaryImportedRest',
  holderText: 'CanaryHolderText',
  holderName: 'CanaryHolderName',
  holderMail: 'CanaryHolderMail',
  campaignConfidential: 'CanaryCampaignConfidential',
  campaignRedacted: 'CanaryCampaignRedacted',
  campaignWithheld: 'CanaryCampaignWithheld',
  withheldSignatory: 'CanaryWithheldSignatory',
  signatoryMail: 'CanarySignatoryMail',
  signatoryOfWithheld: 'CanarySignatoryOfWithheld',
  signatoryOfConfidential: 'CanarySignatoryOfConfidential',
  withheldStatement: 'CanaryWithheldStatement',
  pendingStatement: 'CanaryPendingStatement',
  voteReason: 'CanaryVoteReason',
  allowedAddress: 'CanaryAllowedAddress',
  unpublishedProcess: 'CanaryUnpublishedProcess',
  draftRequest: 'CanaryDraftRequest',
} as const
export type Secret = keyof typeof canaries
export type Words = Readonly<Record<Secret, string>>

async function fileOf(
  { services }: TestApp,
  name: string,
  bytes: string,
  publication: Arrival['attachments'][number]['publication'] = 'with-name',
): Promise<Arrival['attachments'][number]> {
  const put = await services.files.put(Readable.from([Buffer.from(bytes)]), 10_000)
  if (!('sha256' in put)) throw new Error('The file was not kept.')
  const extraction = { state: 'done' as const, text: bytes, extractor: { name: 'plain', version: '1' } }
  return { name, mediaType: 'text/plain', bytes: put.size, sha256: put.sha256, publication, extraction }
}

/** One comment for each way in which something of it is not public. */
async function arrivals(house: TestApp, request: RequestForComment, words: Words) {
  const address = (local: string) => `${local}@example.org`
  const plain = (text: string, how?: Parameters<typeof answerTo>[3]) => answerTo(request, 1, text, how)
  const said: Record<string, Partial<Arrival>> = {
    open: {
      particulars: { name: 'Ada Example', email: address(words.namedMail) },
      answers: [
        plain('Ten years of updates.'),
        answerTo(request, 2, `${words.confidentialAnswer} indeed.`, 'confidential'),
      ],
      attachments: [
        await fileOf(house, `${words.confidentialFileName}.txt`, words.confidentialFileText, 'confidential'),
      ],
    },
    withheld: {
      particulars: {
        name: words.withheldName,
        email: address(words.withheldMail),
        organisation: words.withheldOrganisation,
      },
      answers: [plain(`Buy ${words.withheldText} now.`)],
      attachments: [await fileOf(house, `${words.withheldFileName}.txt`, words.withheldFileText)],
    },
    screened: { particulars: { name: words.screenedName }, answers: [plain(words.screenedText)] },
    unnamed: {
      particulars: { name: words.unpublishedName, organisation: words.unpublishedOrganisation },
      answers: [plain('Five years of updates.', 'without-name')],
      attachments: [await fileOf(house, `${words.unpublishedFileName}.txt`, 'A plan.', 'without-name')],
    },
    redacted: {
      particulars: { name: 'Bea Example' },
      answers: [plain(`Ask ${words.redactedWord} about it.`)],
      attachments: [
        await fileOf(house, `${words.heldBackFileName}.txt`, `A plan of ${words.heldBackFileBytes}.`),
      ],
    },
    withdrawn: { particulars: { name: words.withdrawnName }, answers: [plain(words.withdrawnText)] },
    whole: {
      particulars: { name: words.wholeName },
      answers: [plain(words.wholeText, 'confidential')],
    },
  }
  return Object.entries(said).map(([key, one], at) => [
    key,
    arrivalAt(request, { receivedAt: after(opens, at * 60_000), idempotencyKey: `${key}-key`, ...one }),
  ]) as [string, Arrival][]
}

export const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

async function redact(house: TestApp, number: string, words: Words, cookie: string) {
  const desk = `/comments/${number}/redaction`
  const reason = 'personal-information'
  for (const one of [words.redactedWord, words.heldBackFileBytes])
    await house.post(`${desk}/marks`, { words: one, reason }, cookie)
  await house.post(`${desk}/files`, { number: '1', reason }, cookie)
  const page = (await house.get(desk, cookie)).body
  const order = { seen: hidden(page, 'seen'), marks: hidden(page, 'marks') }
  const posted = await house.post(`${desk}/post`, order, cookie)
  if (posted.statusCode !== 303)
    throw new Error(`Not posted with redactions: ${posted.statusCode} ${posted.body}`)
}

/** A comment from the form, whose sender keeps its key; and one that was only begun. */
async function write({ post, app }: TestApp, { docket }: RequestForComment, words: Words) {
  const form = {
    key: 'a-key-of-the-form-0123456789',
    'answer-1': words.holderText,
    publication: 'with-name',
    group: 'users',
    name: words.holderName,
    email: `${words.holderMail}@example.org`,
    language: 'en',
  }
  const sent = await app.inject({
    method: 'POST',
    url: `/requests/${docket}/comment`,
    cookies: { draft: 'x' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...form, act: 'submit' }).toString(),
  })
  const key = sent.cookies.find(({ name }) => name === 'comment-key')?.value ?? ''
  const begun = { ...form, key: 'another-key-0123456789', 'answer-1': words.draftText, name: words.draftName }
  const saved = await post(`/requests/${docket}/comment`, { ...begun, act: 'save' })
  const code = /([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}/.exec(saved.body)?.[0] ?? ''
  if (!key || !code) throw new Error(`Nothing was sent or saved: ${sent.statusCode} ${saved.statusCode}`)
  return { number: String(sent.headers.location).split('/')[2] ?? '', key, code }
}

async function claim({ post }: TestApp, number: string, words: Words): Promise<void> {
  const form = { name: words.claimName, email: `${words.claimMail}@example.org`, whose: 'mine' }
  const made = await post(`/comments/${number}/claim`, { ...form, words: words.claimWords })
  if (made.statusCode !== 200) throw new Error(`No claim was made: ${made.statusCode} ${made.body}`)
}

/** Withheld at once; of the screened comment it is only proposed. */
export async function withhold({ services: { db } }: TestApp, number: string, at: Instant): Promise<void> {
  const comment = await findToModerate(db, number)
  if (!comment) throw new Error('Nothing can be withheld.')
  const verdict = { act: 'withhold', seen: comment.state, reason: 'off-topic', explanation: '' } as const
  const deciding = { comment, questions: new Map(), verdict, at }
  await db.transaction().execute((tx) => decideIn(tx, operator, deciding))
}

/** The sender of the withheld comment says why that is wrong. */
async function objectTo({ services: { db, clock } }: TestApp, number: string, words: Words): Promise<void> {
  const comment = await findToModerate(db, number)
  if (!comment) throw new Error('Nothing is withheld.')
  const order = { comment, words: words.objectionWords, at: clock.now() }
  const made = await makeObjection(db, guest, order)
  if (made !== 'made') throw new Error(`No objection was made: ${made}`)
}

async function bring({ services }: TestApp, request: RequestForComment, words: Words): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'parley-secrecy-')), 'rows.csv')
  const row = `1,"An imported view.",Cleo Example,${words.importedMail}@example.org,${words.importedRest}`
  await writeFile(file, `id,text,name,email,internal note\n${row}\n`)
  const brought = await importFile(services, { file, request, told: new Map() })
  if ('refused' in brought) throw new Error('Nothing was imported.')
}

/** What only the convenor of another process may know of. */
async function hide({ services: { db } }: TestApp, words: Words): Promise<RequestForComment> {
  const other = await openRequest(db, { docket: 'EX-2026-0009', opens })
  const bare = { published_at: null }
  await db
    .updateTable('processes.process')
    .set({ ...bare, name: words.unpublishedProcess })
    .where('id', '=', other.processId)
    .execute()
  await db
    .updateTable('requests.request')
    .set({ ...bare, leaf_id: null, title: words.draftRequest, notice: words.draftRequest })
    .where('id', '=', other.id)
    .execute()
  return other
}

/** A house in which each of these words is kept where it must not be seen by everyone. */
export async function fillHouse(house: TestApp, words: Words = canaries) {
  const { db } = house.services
  const request = await openRequest(db, { opens })
  const other = await hide(house, words)
  const numbers = new Map<string, string>()
  for (const [key, arrival] of await arrivals(house, request, words))
    numbers.set(key, (await receive(db, [arrival]))[0] ?? '')
  const number = (key: string) => numbers.get(key) ?? ''
  const moderator = await house.signInAs({ role: 'moderator', process: request.processId })
  const at = after(opens, 3_600_000)
  for (const [minute, key] of ['open', 'unnamed', 'withdrawn', 'whole'].entries())
    await decideAs(db, request, number(key), { act: 'post' }, after(at, -60_000 * (1 + minute)))
  await withhold(house, number('withheld'), at)
  await decideAs(db, request, number('screened'), { act: 'withhold', reason: 'off-topic' }, at)
  await redact(house, number('redacted'), words, moderator.cookie)
  const withdrawn = await readWhole(db, number('withdrawn'), request.questions)
  if (withdrawn) await withdrawComment(db, withdrawn, at)
  const own = await write(house, request, words)
  numbers.set('holder', own.number)
  await claim(house, number('open'), words)
  await objectTo(house, number('withheld'), words)
  await bring(house, request, words)
  const bench = await fillBench(house, { request, words, moderator, at })
  for (const [at, number] of bench.numbers.entries()) numbers.set(`letter ${at + 1}`, number)
  await fillDeliberation(house, request, words)
  return { request, other, numbers, moderator, own, analyst: bench.analyst }
}
export type Filled = Awaited<ReturnType<typeof fillHouse>>
