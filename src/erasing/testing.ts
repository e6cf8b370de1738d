import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Arrival, decideComment, findToModerate, importFile, takeComments } from '../docket/index.ts'
import { guest, type PersonId } from '../participants/index.ts'
import { newId } from '../platform/id.ts'
import { queueMail } from '../platform/mail/index.ts'
import { after } from '../platform/time.ts'
import { appendLeaf, partsOfText } from '../record/index.ts'
import { findRequest, type RequestForComment } from '../requests/index.ts'
import type { TestApp } from '../testing.ts'

/** Stands in every field that one person filled, or that somebody filled about them. */
export const canary = 'qxcanaryqx'
export const address = `${canary}@example.org`

type Services = TestApp['services']

async function openRequest({ db, clock }: Services): Promise<RequestForComment> {
  const at = clock.now()
  const [process, request] = [newId<'process'>(at.getTime()), newId<'request'>(at.getTime())]
  const named = { id: process, slug: 'devices', name: 'Devices', scope: '', docket_prefix: 'EX', zone: 'UTC' }
  const character = { outcome_character: 'best-practice', binding: 'voluntary', convenor: null } as const
  const times = { created_at: at, published_at: at }
  await db
    .insertInto('processes.process')
    .values({ ...named, ...character, ...times })
    .execute()
  const said = { docket: 'EX-2026-0001', title: 'How long?', notice: 'Tell us.', language: 'en' }
  const leaf = { leaf_id: newId<'leaf'>(at.getTime()), process_id: process }
  await db
    .insertInto('requests.request')
    .values({ id: request, ...said, ...leaf, ...times, opens_at: at })
    .execute()
  const deadline = {
    request_id: request,
    position: 0,
    at: after(at, 7 * 86_400_000),
    zone: 'UTC',
    reason: '',
  }
  await db
    .insertInto('requests.deadline')
    .values({ ...deadline, set_at: at })
    .execute()
  await db.insertInto('moderation.second_look').values({ process_id: process, required: false }).execute()
  const found = await findRequest(db, said.docket)
  if (!found) throw new Error('The request is not there.')
  return found
}

/** A file that lies there since long, with these words in it. */
export async function keepFile({ files }: Services, words: string): Promise<string> {
  const { sha256 } = await files.putOwn(
    (async function* () {
      yield Buffer.from(words)
    })(),
  )
  await utimes(files.pathOf(sha256), 0, 0)
  return sha256
}

function arrivalAt({ id, processId, docket, opensAt }: RequestForComment, said: Partial<Arrival>): Arrival {
  return {
    request: { id, processId, docket },
    channel: 'web-form',
    receivedAt: opensAt,
    language: `x-${canary}`,
    group: canary,
    country: canary,
    particulars: { name: `Zoe ${canary}`, email: address, organisation: canary, capacity: 'in-own-name' },
    interests: { declared: [{ kind: 'other', words: canary }], confidential: false },
    answers: [
      { text: `${canary} said`, publication: 'with-name' },
      { text: `${canary} hid`, publication: 'confidential' },
    ],
    attachments: [],
    idempotencyKey: `${canary} ${crypto.randomUUID()}`,
    state: 'screening',
    original: { id: crypto.randomUUID() + canary, source: canary },
    ...said,
  }
}

const attachment = (sha256: string): Arrival['attachments'][number] => ({
  name: `${canary}.pdf`,
  mediaType: `application/${canary}`,
  bytes: 7,
  sha256,
  publication: 'with-name',
  extraction: { state: 'done', text: `${canary} file`, note: canary },
})

async function decide({ db, clock }: Services, number: string, verdict: object): Promise<void> {
  const comment = await findToModerate(db, number)
  if (!comment) throw new Error(`There is no comment ${number}.`)
  const by = newId<'person'>(1) as PersonId
  const inProcess = new Map([[comment.processId, new Set(['moderator'] as const)]])
  const moderator = { ...guest, person: by, name: 'Mo', inProcess }
  const whole = { seen: comment.state, reason: undefined, explanation: '', act: 'post' as const, ...verdict }
  const at = clock.now()
  await decideComment(db, moderator, { comment, questions: new Map(), verdict: whole, at })
}

const bobs: Partial<Arrival> = {
  particulars: { name: 'Bob', email: 'bob@example.org' },
  interests: { declared: [], confidential: false },
  answers: [{ text: 'Mine', publication: 'with-name' }],
  ...{ country: 'FR', language: 'fr', group: 'users', idempotencyKey: 'bob', original: {} },
}

/** Sent by form with a file, withheld with words; then corrected without an address; both posted or withheld. */
async function plantComments(services: Services, request: RequestForComment) {
  const { db } = services
  const sha256 = await keepFile(services, `${canary} bytes`)
  const nameless = { particulars: { name: `Zoe ${canary}` } }
  const taken = await db
    .transaction()
    .execute((tx) =>
      takeComments(tx, [
        arrivalAt(request, { attachments: [attachment(sha256)] }),
        arrivalAt(request, nameless),
        arrivalAt(request, bobs),
      ]),
    )
  const [first, corrected, others] = taken
  if (!first || !corrected || !others) throw new Error('Not all were taken.')
  await decide(services, first.number, { act: 'withhold', reason: 'other', explanation: canary })
  await decide(services, corrected.number, {})
  await db
    .updateTable('docket.comment')
    .set({ superseded_by: corrected.id, superseded_as: 'correction', assigned_group: canary })
    .where('id', '=', first.id)
    .execute()
  return { first, corrected, others }
}

const csv = (key: string) =>
  [
    'id,name,comment,mail,group',
    `${key},Zoe ${canary},"${canary} imported",${address},${canary}`,
    `F-${key},Zoe ${canary},,${address},${canary}`,
  ].join('\n')

async function plantImports(services: Services, request: RequestForComment): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-erase-'))
  const file = join(folder, 'rows.csv')
  const told = new Map([
    ['id', 'id'],
    ['text', 'comment'],
    ['name', 'name'],
  ] as const)
  await writeFile(file, csv('A-1'))
  const order = { file, request: { ...request, questions: [] }, told }
  const done = await importFile(services, order)
  await rm(folder, { recursive: true })
  if ('refused' in done) throw new Error(done.refused)
}

async function plantLetters({ db, clock }: Services, number: string): Promise<void> {
  const at = clock.now()
  const attachments = [{ name: `${canary}.txt`, type: 'text/plain', text: `Receipt of ${canary}` }]
  const letters = [
    { to: address, subject: canary, body: canary, attachments },
    { to: 'bob@example.org', subject: 'Sign with us', body: `Write to ${address}.` },
    { to: 'bob@example.org', subject: 'Sign with us', body: `It is ${'long '.repeat(11)} by Zoe ${canary}.` },
    { to: 'bob@example.org', subject: `About ${number}`, body: `Somebody named ${canary} said so.` },
    { to: 'bob@example.org', subject: 'Another', body: 'About EX-2026-0001-9999.' },
  ]
  await db.transaction().execute(async (tx) => {
    for (const letter of letters) await queueMail(tx, letter, at)
  })
  await db
    .updateTable('platform.mail')
    .set({ problem: canary, sent_at: at })
    .where('recipient', '=', address)
    .execute()
}

async function plantAccount({ db, clock }: Services, person: PersonId): Promise<void> {
  const at = clock.now()
  const later = after(at, 1)
  const id = () => newId<never>(at.getTime())
  await db
    .updateTable('participants.person')
    .set({ email: address, name: `Zoe ${canary}` })
    .where('id', '=', person)
    .execute()
  await db.updateTable('participants.session').set({ browser: canary }).where('person', '=', person).execute()
  const key = {
    credential: canary,
    public_key: Buffer.from(canary),
    counter: 0,
    transports: [],
    name: canary,
  }
  await db
    .insertInto('participants.passkey')
    .values({ id: id(), person, ...key, added_at: at, last_used_at: null })
    .execute()
  await db
    .insertInto('participants.passkey_challenge')
    .values({ challenge: canary, person, expires_at: later })
    .execute()
  const interest = { kind: 'other' as const, words: canary, declared_at: at, ended_at: null }
  await db
    .insertInto('participants.interest')
    .values({ id: id(), person, ...interest })
    .execute()
  const { convenor } = await db
    .selectFrom('participants.installation')
    .select('convenor')
    .executeTakeFirstOrThrow()
  const checked = { checked_by: person, checked_how: canary, checked_at: at }
  const speaks = { organisation: convenor, capacity: 'member' as const, from_at: at, until_at: null }
  await db
    .insertInto('participants.representation')
    .values({ id: id(), person, ...speaks, ...checked })
    .execute()
  const link = { token_hash: Buffer.from('1'), next: `/${canary}`, made_at: at, expires_at: later }
  await db
    .insertInto('participants.sign_in_link')
    .values({ email: address, ...link })
    .execute()
}

/** What the convenor decided about an issue that the person alone proposed, with the person's own words in it. */
async function plantIssue(
  { db, clock }: Services,
  request: RequestForComment,
  comment: string,
): Promise<void> {
  const at = clock.now()
  const [group, decision] = [newId<'proposal-group'>(at.getTime()), newId<'issue-decision'>(at.getTime())]
  const answer = await db
    .selectFrom('docket.answer')
    .select('id')
    .where('comment_id', '=', comment as never)
    .limit(1)
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (tx) => {
    const parts = partsOfText('reason', `${canary} said it.`)
    const facts = { kind: 'issue-decided', number: request.docket, process: request.processId } as const
    const { leaf } = await appendLeaf(tx, { ...facts, received: at, parts })
    const own = { request_id: request.id, title: canary, made_at: at }
    await tx
      .insertInto('docket.proposal_group')
      .values({ id: group, ...own })
      .execute()
    const place = { answer_id: answer.id, paragraph: 1 }
    await tx
      .insertInto('docket.grouped_proposal')
      .values({ ...place, group_id: group })
      .execute()
    const decided = {
      outcome: 'deferred' as const,
      subject: 'proposed' as const,
      issue_id: null,
      reason: canary,
      decided_at: at,
      leaf_id: leaf.id,
    }
    await tx
      .insertInto('docket.issue_decision')
      .values({ id: decision, request_id: request.id, ...decided })
      .execute()
    await tx
      .insertInto('docket.decided_proposal')
      .values({ ...place, decision_id: decision })
      .execute()
  })
}

/** A house in which one person has done everything; answers the number of their first comment. */
export async function plantPerson({ services, signInAs }: TestApp) {
  const { person } = await signInAs({ role: 'member', process: undefined })
  const request = await openRequest(services)
  const comments = await plantComments(services, request)
  await plantImports(services, request)
  await plantLetters(services, comments.first.number)
  await plantAccount(services, person)
  await plantIssue(services, request, comments.first.id)
  return { person, request, ...comments }
}
