import { type Actor, guest } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { newId } from '../../platform/id.ts'
import { after, parseInstant } from '../../platform/time.ts'
import { findRequest, type QuestionId, type RequestForComment } from '../../requests/index.ts'
import type { Arrival, Publication } from '../comments/model.ts'
import {
  arrivalAt,
  type DocketTables,
  decideAs,
  docketServer,
  openRequest,
  receive,
} from '../posting/testing.ts'
import { issuesPolicy } from './access.ts'
import { issuesRoutes } from './routes.tsx'
import type { IssueTables } from './tables.ts'

const opens = parseInstant('2026-03-02T12:00:00Z')

/** A chair in the process of the request. */
export const chairOf = ({ processId }: RequestForComment): Actor => ({
  ...guest,
  person: newId<'person'>(2),
  name: 'Chair',
  inProcess: new Map([[processId, new Set(['chair'] as const)]]),
})

/** A request whose third question asks to rank three issues and to propose others. */
export async function openIssues() {
  if (!opens) throw new Error('The day is none.')
  const { db, close } = await testDatabase<DocketTables & IssueTables>()
  const { id, processId, docket } = await openRequest(db, { opens })
  const asks = newId<'question'>(opens.getTime())
  const issues = ['Botnets', 'Trusted downloads', 'Advertising'].map((title, at) => ({
    ...{ id: newId<'issue'>(1), number: at + 1, title, description: '' },
    process_id: processId,
  }))
  await db.insertInto('processes.issue').values(issues).execute()
  const question = { id: asks, request_id: id, number: 3, text: 'Which issues?', hint: '', priority: false }
  await db
    .insertInto('requests.question')
    .values({ ...question, asks_for_issues: true })
    .execute()
  await db
    .insertInto('requests.question_issue')
    .values(issues.map((issue) => ({ question_id: asks, issue_id: issue.id })))
    .execute()
  const request = await findRequest(db, docket)
  if (!request) throw new Error('The sample request is not there.')
  const viewer: { now: Actor } = { now: guest }
  let seconds = 86_400
  const clock = { now: () => after(opens, 1000 * seconds++) }
  const app = docketServer(issuesPolicy, viewer, (server) => {
    server.register(issuesRoutes, { db, clock, origin: 'http://localhost' })
  })
  return { db, request, app, viewer, close, ...senders(db, request, asks) }
}

type Db = Parameters<typeof receive>[0]

function senders(db: Db, request: RequestForComment, question: QuestionId) {
  const asked = { id: question, number: 3 }
  const send = async (
    text: string,
    said: Partial<Arrival> = {},
    publication: Publication = 'with-name',
  ): Promise<string> => {
    const answers = [{ text, publication, question: asked }]
    const [number = ''] = await receive(db, [arrivalAt(request, { answers, ...said })])
    return number
  }
  const post = async (...sent: Parameters<typeof send>): Promise<string> => {
    const number = await send(...sent)
    await decideAs(db, request, number, { act: 'post' })
    return number
  }
  return { send, post }
}
