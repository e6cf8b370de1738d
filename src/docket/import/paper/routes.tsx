import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../../platform/db/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { defaultLocale, wallClockIn } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { findSeenRequest, stateOf } from '../../../requests/index.ts'
import { isLate } from '../../comments/model.ts'
import { readWhole } from '../../comments/read-whole.ts'
import { commentKeyOf, hashOfCode, newCode, newIdempotencyKey, readCode } from '../../comments/secrets.ts'
import { addFile } from '../../intake/add-file.ts'
import { choicesFor } from '../../intake/choices-for.ts'
import type { DraftFile } from '../../intake/draft-file.ts'
import { keepFiles } from '../../intake/keep-files.ts'
import type { KnownRequest } from '../../intake/known-requests.ts'
import { type CommentForm, isIdempotencyKey, type Problem, problemsOf } from '../../intake/model.ts'
import { receiptOf } from '../../intake/own/receipt-of.ts'
import { fieldsOfBody, readParts } from '../../intake/read-body.ts'
import { emptyForm, type Fields, readForm } from '../../intake/read-form.ts'
import { refusalProblem } from '../../intake/refusal-problem.ts'
import { type Intake, type IntakeDatabase, type IntakeServices, openIntake } from '../../intake/services.ts'
import { deleteDraftFile, listDraftFiles } from '../../intake/store.ts'
import { forgetDraft, saysTheSame } from '../../intake/take-from-form.ts'
import { words as intakeWords } from '../../intake/words.ts'
import { countedFrom, enterPaper } from './enter-paper.ts'
import { dayProblems, type PaperDays } from './model.ts'
import { LetterPage } from './pages/letter-page.tsx'
import { PaperPage } from './pages/paper-page.tsx'
import { findPaper } from './store.ts'
import type { PaperTables } from './tables.ts'

const MEGABYTE = 1024 * 1024
const limits = { fieldSize: 4 * MEGABYTE, fileSize: 26 * MEGABYTE, fields: 3000, files: 50 }
const t = intakeWords.in(defaultLocale)
const dayFields = ['receivedOn', 'postmarkedOn'] as const

export interface PaperServices extends IntakeServices {
  db: Db<IntakeDatabase & PaperTables>
}

/** Comments that came by post or over the counter, entered for their senders. */
export const paperRoutes: FastifyPluginAsyncTypebox<PaperServices> = async (app, services) => {
  const intake = openIntake(services)
  const config = {
    action: 'comment.enter-paper',
    circumstances: async ({ viewer, params }: FastifyRequest) => {
      const { request } = await findSeenRequest(services.db, viewer, (params as { docket: string }).docket)
      return { process: request.processId }
    },
  }
  const params = Type.Object({ docket: Type.String({ maxLength: 80 }) })
  const path = '/requests/:docket/paper'

  app.get(path, { config, schema: { params } }, async (request, reply) => {
    const known = await knownOpen(intake, request.params.docket)
    const form = { ...emptyForm(known.request.language), key: newIdempotencyKey(), code: newCode() }
    const days = { receivedOn: '', postmarkedOn: '' }
    return sendPage(reply, <PaperPage {...known} {...{ form, days, files: [], now: intake.clock.now() }} />)
  })

  app.post(path, { config, schema: { params } }, async (request, reply) => {
    const known = await knownOpen(intake, request.params.docket)
    const came = await receive(intake, request)
    const files = await filesOf(intake, known, came)
    const now = intake.clock.now()
    const props = { ...known, ...came, files, now }
    const wrong = dayProblems(came.days, wallClockIn(known.request.deadline.zone, now).slice(0, 10))
    const problems = [...came.refused, ...problemsOf(came.form, choicesFor(known, files.length))]
    if (came.act !== 'submit')
      return sendPage(
        reply,
        <PaperPage {...props} problems={came.refused} />,
        came.refused.length > 0 ? 422 : 200,
      )
    if (wrong.length > 0 || problems.length > 0)
      return sendPage(reply, <PaperPage {...props} problems={problems} dayProblems={wrong} />, 422)
    return enter(intake, services.db, request, reply, props)
  })
}

/** A draft takes no comments; before it opens, paper waits. */
async function knownOpen(intake: Intake, docket: string): Promise<KnownRequest> {
  const known = await intake.find(docket)
  const state = known && stateOf(known.request, intake.clock.now())
  if (!known || state === 'draft' || state === 'announced') throw new NotFound('It takes no comments yet.')
  return known
}

interface Came {
  form: CommentForm
  days: PaperDays
  act: string
  added: DraftFile[]
  refused: Problem[]
}

async function receive(intake: Intake, request: FastifyRequest): Promise<Came> {
  const added: DraftFile[] = []
  const refused: Problem[] = []
  const keep = async (name: string, bytes: AsyncIterable<Uint8Array>) => {
    const file = await addFile(intake.files, { name, bytes }, intake.clock.now())
    if ('why' in file) refused.push(refusalProblem(t, file))
    else added.push(file)
  }
  const { fields, trouble } = request.isMultipart()
    ? await readParts(request.parts({ limits }), keep)
    : { fields: fieldsOfBody(request.body), trouble: undefined }
  if (trouble) refused.push({ field: 'form', kind: trouble === 'too-large' ? 'keptTooLarge' : 'brokenOff' })
  return { ...readPaper(fields), added, refused }
}

function readPaper(fields: Fields): Pick<Came, 'form' | 'days' | 'act'> {
  const last = (name: string) => fields.findLast(([one]) => one === name)?.[1].trim() ?? ''
  const days = { receivedOn: last('receivedOn'), postmarkedOn: last('postmarkedOn') }
  const form = readForm(fields.filter(([name]) => !(dayFields as readonly string[]).includes(name)))
  const key = isIdempotencyKey(form.key) ? form.key : newIdempotencyKey()
  return { days, act: last('act'), form: { ...form, key, code: readCode(form.code) ?? newCode() } }
}

/** Scans lie with a draft of the same code while the form goes back and forth. */
async function filesOf(intake: Intake, { request }: KnownRequest, came: Came): Promise<DraftFile[]> {
  const hash = hashOfCode(came.form.code)
  const before = await listDraftFiles(intake.db, hash)
  const removed = before.find(({ id }) => came.act === `remove:${id}`)
  if (removed) await intake.db.transaction().execute((tx) => deleteDraftFile(tx, hash, removed.id))
  const kept =
    came.added.length === 0 ||
    (await keepFiles(intake.db, request, came.form, came.added, intake.clock.now()))
  return kept ? listDraftFiles(intake.db, hash) : came.added
}

type Entering = KnownRequest & Pick<Came, 'form' | 'days'> & { files: DraftFile[]; now: Instant }

async function enter(
  intake: Intake,
  db: PaperServices['db'],
  { viewer, log }: FastifyRequest,
  reply: FastifyReply,
  props: Entering,
) {
  const { request, form, days, now } = props
  const taken = await enterPaper(db, viewer, props, now)
  if (taken.again && !(await saysTheSame(intake, props, props, taken))) {
    const again = { ...props, form: { ...form, key: newIdempotencyKey() } }
    const problem: Problem = { field: 'form', kind: 'sentBefore', values: { number: taken.number } }
    return sendPage(reply, <PaperPage {...again} problems={[problem]} />, 422)
  }
  await forgetDraft(intake, form, taken).catch((error) => log.error(error))
  const comment = await readWhole(db, taken.number, request.questions)
  if (!comment) throw new NotFound('No such comment.')
  const { text: receipt } = await receiptOf(db, intake.log, comment, request.deadline.zone)
  const kept = (await findPaper(db, taken.id)) ?? days
  const countsFrom = countedFrom(kept, request.deadline.zone)
  const letter = {
    ...{ request, comment, receipt, countsFrom, origin: intake.origin },
    late: isLate(request.deadline.at, countsFrom),
    before: taken.again,
    commentKey: commentKeyOf(request.id, form.key),
  }
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer')
  return sendPage(reply, <LetterPage {...letter} />)
}
