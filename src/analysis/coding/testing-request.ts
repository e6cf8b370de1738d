import type { Arrival } from '../../docket/index.ts'
import { newId } from '../../platform/id.ts'
import { after, type Instant, parseInstant } from '../../platform/time.ts'
import { addIssue, type Issue } from '../../processes/index.ts'
import { findRequest, type RequestForComment } from '../../requests/index.ts'
import type { TestApp } from '../../testing.ts'

const opens = parseInstant('2026-02-26T12:00:00Z') as Instant

/** A published request with one question; for tests only. */
export async function insertRequest({ db }: TestApp['services']): Promise<RequestForComment> {
  const at = opens.getTime()
  const [process, request] = [newId<'process'>(at), newId<'request'>(at)]
  const character = { outcome_character: 'best-practice', binding: 'voluntary', convenor: null } as const
  const times = { created_at: opens, published_at: opens }
  const named = { id: process, slug: 'devices', name: 'Devices', scope: '', docket_prefix: 'EX', zone: 'UTC' }
  await db
    .insertInto('processes.process')
    .values({ ...named, ...character, ...times })
    .execute()
  const said = { docket: 'EX-2026-0001', title: 'How long?', notice: 'Tell us.', language: 'en' }
  await db
    .insertInto('requests.request')
    .values({
      id: request,
      ...said,
      ...times,
      leaf_id: newId<'leaf'>(at),
      process_id: process,
      opens_at: opens,
    })
    .execute()
  const deadline = { request_id: request, position: 0, at: after(opens, 7 * 86_400_000), zone: 'UTC' }
  await db
    .insertInto('requests.deadline')
    .values({ ...deadline, reason: '', set_at: opens })
    .execute()
  await db
    .insertInto('requests.question')
    .values({
      id: newId<'question'>(at),
      request_id: request,
      number: 1,
      text: 'For how many years?',
      hint: '',
      priority: false,
    })
    .execute()
  await db.insertInto('moderation.second_look').values({ process_id: process, required: false }).execute()
  const found = await findRequest(db, said.docket)
  if (!found) throw new Error('The request is not there.')
  return found
}

let sent = 0

/** A comment as it arrives; what is not said is ordinary. */
export function arrivalOf(
  { id, processId, docket, questions }: RequestForComment,
  texts: readonly string[],
  said: Partial<Arrival>,
): Arrival {
  sent += 1
  const [question] = questions
  return {
    request: { id, processId, docket },
    ...{ channel: 'web-form', language: 'en', group: 'users', attachments: [], state: 'screening' },
    receivedAt: after(opens, sent * 1000),
    particulars: { name: `Sender ${sent}`, email: `${sent}@example.org`, capacity: 'in-own-name' },
    answers: texts.map((text, at) => ({
      ...{ text, publication: 'with-name' },
      ...(at === 0 && question && { question: { id: question.id, number: question.number } }),
    })),
    idempotencyKey: `bench-${sent}`,
    ...said,
  }
}

export async function insertIssues(
  { db }: TestApp['services'],
  { processId }: RequestForComment,
): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const add = (title: string) =>
      addIssue(tx, processId, { id: newId<'issue'>(opens.getTime()), title, description: '' })
    return [await add('Length of support'), await add('Who says so')]
  })
}
