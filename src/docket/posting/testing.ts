import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { ModerationTables } from '../../moderation/index.ts'
import {
  type Actor,
  guest,
  installGate,
  type ParticipantsTables,
  type PersonId,
  type PolicyRow,
} from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { ChromeProvider } from '../../platform/html/index.ts'
import { buildServer } from '../../platform/http/index.ts'
import { newId } from '../../platform/id.ts'
import { after, type Instant } from '../../platform/time.ts'
import { findProcess, type ProcessesTables } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import { findRequest, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { Arrival } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { takeComments } from '../comments/take-comments.ts'
import { decideComment, type Verdict } from './decide-comment.ts'
import { findToModerate } from './store.ts'

export type DocketTables = CommentTables &
  TextsTables &
  RecordTables &
  ModerationTables &
  RequestsTables &
  ProcessesTables &
  ParticipantsTables

type Everything = Db<DocketTables>

/** A published request with two questions that closes a week after `opens`. */
export async function openRequest(
  db: Everything,
  { docket = 'EX-2026-0001', opens }: { docket?: string; opens: Instant },
): Promise<RequestForComment> {
  const at = opens.getTime()
  const [process, request] = [newId<'process'>(at), newId<'request'>(at)]
  await db
    .insertInto('processes.process')
    .values({
      id: process,
      slug: docket.toLowerCase(),
      name: 'Updates for connected devices',
      scope: '',
      outcome_character: 'best-practice',
      binding: 'voluntary',
      convenor: null,
      docket_prefix: 'EX',
      zone: 'Europe/Berlin',
      created_at: opens,
      published_at: opens,
    })
    .execute()
  await db
    .insertInto('requests.request')
    .values({
      id: request,
      process_id: process,
      docket,
      title: 'How long should a device be updated?',
      notice: 'Tell us.',
      language: 'en',
      opens_at: opens,
      created_at: opens,
      published_at: opens,
      leaf_id: newId<'leaf'>(at),
    })
    .execute()
  await db
    .insertInto('requests.deadline')
    .values({
      request_id: request,
      position: 0,
      at: after(opens, 7 * 86_400_000),
      zone: 'Europe/Berlin',
      reason: '',
      set_at: opens,
    })
    .execute()
  await db
    .insertInto('requests.question')
    .values(
      ['For how many years?', 'Who should say so, and where?'].map((text, i) => ({
        id: newId<'question'>(at),
        request_id: request,
        number: i + 1,
        text,
        hint: '',
        priority: false,
      })),
    )
    .execute()
  const found = await findRequest(db, docket)
  if (!found || !(await findProcess(db, process))) throw new Error('The sample request is not there.')
  return found
}

let sent = 0
let decided = 0

/** A comment as it arrives; what is not said is ordinary. */
export function arrivalAt(request: RequestForComment, said: Partial<Arrival> = {}): Arrival {
  sent += 1
  const { id, processId, docket } = request
  return {
    request: { id, processId, docket },
    channel: 'web-form',
    receivedAt: after(request.opensAt, sent * 1000),
    language: 'en',
    group: 'users',
    particulars: { name: 'Ada Example', email: 'ada@example.org', capacity: 'in-own-name' },
    answers: [answerTo(request, 1, `Ten years, says number ${sent}.\n\nAt the very least.`)],
    attachments: [],
    idempotencyKey: `key-${sent}`,
    state: 'screening',
    ...said,
  }
}

export function answerTo(
  request: RequestForComment,
  number: number | undefined,
  text: string,
  publication: Arrival['answers'][number]['publication'] = 'with-name',
): Arrival['answers'][number] {
  const question = request.questions.find((one) => one.number === number)
  return { text, publication, ...(question && { question: { id: question.id, number: question.number } }) }
}

/** Takes comments as a sender would send them; answers their tracking numbers. */
export async function receive(db: Everything, arrivals: readonly Arrival[]): Promise<string[]> {
  const taken = await db.transaction().execute((tx) => takeComments(tx, arrivals))
  return taken.map(({ number }) => number)
}

/** Whoever looks, with the roles held in one process. */
export function moderatorOf({ processId }: Pick<RequestForComment, 'processId'>): Actor {
  return {
    ...guest,
    person: newId<'person'>(1) as PersonId,
    name: 'Mo Derator',
    inProcess: new Map([[processId, new Set(['moderator'] as const)]]),
  }
}

/** A moderator whom the process really has. */
export async function hireModerator(
  db: Everything,
  { processId, opensAt: at }: Pick<RequestForComment, 'processId' | 'opensAt'>,
  name: string,
): Promise<Actor> {
  const actor = { ...moderatorOf({ processId }), name }
  const { person: id } = actor
  if (!id) throw new Error('Nobody.')
  const person = { id, name, email: `${id}@example.org`, joined_at: at }
  await db.insertInto('participants.person').values(person).execute()
  const role = { person: id, role: 'moderator', process_id: processId, given_at: at } as const
  await db
    .insertInto('participants.role')
    .values({ ...role, given_by: null })
    .execute()
  return actor
}

/** What a moderator decides about a comment as it stands. */
export async function decideAs(
  db: Everything,
  request: RequestForComment,
  number: string,
  verdict: Pick<Verdict, 'act'> & Partial<Verdict>,
  at = after(request.opensAt, 3_600_000 + decided++),
) {
  const comment = await findToModerate(db, number)
  if (!comment) throw new Error(`There is no comment ${number}.`)
  const questions = new Map(request.questions.map((one) => [one.id, one.number]))
  const whole = { seen: comment.state, reason: undefined, explanation: '', ...verdict }
  return decideComment(db, moderatorOf(request), { comment, questions, verdict: whole, at })
}

type Server = ReturnType<typeof buildServer>

/** A server with these rooms and nothing else; `viewer` may change between requests. */
export function docketServer(
  policy: readonly PolicyRow[],
  viewer: { now: Actor },
  rooms: (app: Server) => void,
): Server {
  const chrome = { locale: 'en', installation: 'Forum', path: '/', assets: { stylesheet: '', islands: {} } }
  const app = buildServer({
    origin: 'http://localhost',
    cookieSecret: Buffer.alloc(32),
    logger: false,
    trustProxy: false,
    renderPage: async (_request, page) => renderToString(h(ChromeProvider, { value: chrome }, page)),
    errorPage: (kind) => h('p', null, kind),
  })
  installGate(app, { policy, viewerOf: async () => viewer.now })
  rooms(app)
  return app
}
