import { Readable } from 'node:stream'
import {
  decideIn,
  findToModerate,
  type PostingTables,
  type TakingTables,
  takeComments,
} from '../src/docket/index.ts'
import {
  type Actor,
  addOrganisation,
  listOrganisations,
  type OrganisationId,
  type ParticipantsTables,
} from '../src/participants/index.ts'
import type { FileStore } from '../src/platform/files/index.ts'
import { newId } from '../src/platform/id.ts'
import type { Services } from '../src/platform/services.ts'
import { createProcess, findProcess, type ProcessesTables } from '../src/processes/index.ts'
import {
  addPaper,
  draftRequest,
  findRequest,
  publishRequest,
  type RequestForComment,
  type RequestsTables,
} from '../src/requests/index.ts'
import { planComments } from './plan-comments.ts'
import { planProcess, planRequest } from './plan-example.ts'
import { request as asked, comments, process as told } from './words.ts'

export interface ExampleServices
  extends Services<ParticipantsTables & ProcessesTables & RequestsTables & TakingTables & PostingTables> {
  files: FileStore
}

const MEGABYTE = 1024 * 1024

async function convenorOf(services: ExampleServices, actor: Actor): Promise<OrganisationId> {
  const added = await addOrganisation(services, actor, { name: told.convenor, group: 'government' })
  if ('added' in added) return added.added
  const found = (await listOrganisations(services.db)).find(({ name }) => name === told.convenor)
  if (!found) throw new Error('The example’s convenor is neither new nor known.')
  return found.id
}

async function addPapers({ db, clock, files }: ExampleServices, actor: Actor, request: RequestForComment) {
  for (const { title, text } of asked.papers) {
    const put = await files.put(Readable.from([Buffer.from(text)]), MEGABYTE)
    if ('refused' in put) throw new Error('The example’s paper could not be kept.')
    const now = clock.now()
    const file = { sha256: put.sha256, name: 'background.md', mediaType: 'text/markdown', bytes: put.size }
    await addPaper(db, actor, request, { id: newId<'paper'>(now.getTime()), title, file }, now)
  }
}

async function makeRequest(services: ExampleServices, actor: Actor): Promise<RequestForComment> {
  const { db, clock } = services
  const now = clock.now()
  const process = planProcess(await convenorOf(services, actor), now)
  await createProcess(db, actor, process)
  const drafted = await draftRequest(db, actor, planRequest(process, now), process.docketPrefix)
  if ('refused' in drafted) throw new Error('The example’s request could not be drafted.')
  await addPapers(services, actor, drafted.drafted)
  await publishRequest(db, actor, drafted.drafted.id, clock.now())
  const found = await findRequest(db, drafted.drafted.docket)
  if (!found) throw new Error('The example’s request was not published.')
  return found
}

async function decideOne(
  services: ExampleServices,
  actor: Actor,
  request: RequestForComment,
  number: string,
  act: 'post' | 'withhold',
) {
  const { db, clock } = services
  const comment = await findToModerate(db, number)
  if (!comment) throw new Error('An example comment is not on the docket.')
  const questions = new Map(request.questions.map(({ id, number: asked }) => [id, asked]))
  const reason = act === 'withhold' ? 'spam' : undefined
  const verdict = { act, seen: comment.state, reason, explanation: '' }
  const deciding = { comment, questions, verdict, at: clock.now() }
  // The example shows what was decided: no second look is waited for.
  const outcome = await db.transaction().execute((tx) => decideIn(tx, actor, deciding))
  if (outcome !== 'decided') throw new Error('An example comment could not be decided.')
}

/** Loads the invented process once, and answers where it is. */
export async function loadExample(services: ExampleServices, actor: Actor): Promise<string> {
  const { db, clock } = services
  const address = `/processes/${told.slug}`
  if (await findProcess(db, told.slug)) return address
  const request = await makeRequest(services, actor)
  const arrivals = planComments(request, clock.now())
  const taken = await db.transaction().execute((tx) => takeComments(tx, arrivals))
  for (const [at, { outcome }] of comments.entries()) {
    if (outcome === 'screening') continue
    const act = outcome === 'posted' ? 'post' : 'withhold'
    await decideOne(services, actor, request, taken[at]?.number ?? '', act)
  }
  return address
}
