import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { listInterests, notStated } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { isAway, logAway, ownAddress, sendPage } from '../../platform/http/index.ts'
import type { Locale } from '../../platform/i18n/index.ts'
import { stateOf } from '../../requests/index.ts'
import { readWhole } from '../comments/read-whole.ts'
import { commentKeyOf, hashOfCode, newCode, newIdempotencyKey, readCode } from '../comments/secrets.ts'
import { addFile, type FileRefusal } from './add-file.ts'
import { intakeApi } from './api.ts'
import { choicesFor } from './choices-for.ts'
import { confirmationRoutes } from './confirmation/routes.tsx'
import { keepDraft, openDraft, sentAs } from './draft.ts'
import { draftIn, forgetDraftCookie, rememberDraft } from './draft-cookie.ts'
import type { DraftFile } from './draft-file.ts'
import { filesOf } from './files-of.ts'
import type { KnownRequest } from './known-requests.ts'
import { MOST_MEGABYTES } from './limits.ts'
import { type CommentForm, interestsInto, isIdempotencyKey, type Problem, problemsOf } from './model.ts'
import { newEdition } from './new-edition.ts'
import { rememberKey } from './own/cookie.ts'
import { ownRoutes, sendReceipt } from './own/routes.tsx'
import { CommentFormPage } from './pages/comment-form-page.tsx'
import { KeptPage } from './pages/kept-page.tsx'
import { NotOpenPage } from './pages/not-open-page.tsx'
import { formAddress, type WritingProps } from './pages/props.ts'
import { ResumePage } from './pages/resume-page.tsx'
import { ReviewPage } from './pages/review-page.tsx'
import { SavedPage } from './pages/saved-page.tsx'
import { fieldsOfBody, type ReadBody, readParts, withinReason } from './read-body.ts'
import { emptyForm, readForm } from './read-form.ts'
import { refusalProblem } from './refusal-problem.ts'
import { answeredBy, answering } from './replies.ts'
import { type Intake, type IntakeServices, openIntake } from './services.ts'
import { changedBy } from './signatories/name-members.ts'
import { listDraftFiles } from './store.ts'
import { forgetDraft, isUnlikeEarlier, saysTheSame, takeFromForm } from './take-from-form.ts'
import { words } from './words.ts'

const MEGABYTE = 1024 * 1024
// Every field is read whole, however far over its limit, so that its words can be given back.
const partLimits = {
  fieldSize: 4 * MEGABYTE,
  fileSize: (MOST_MEGABYTES + 1) * MEGABYTE,
  fields: 3000,
  files: 50,
}

/** Pages and API share one queue, so that they share commits too. */
export const intakeRoutes: FastifyPluginAsyncTypebox<IntakeServices> = async (app, services) => {
  const intake = openIntake(services)
  app.register(intakeApi, { intake })
  app.register(ownRoutes, { intake })
  app.register(confirmationRoutes, { intake })
  writingRoutes(app, intake)
  resumeRoutes(app, intake)
}

/** A draft of a request is there for nobody; before it opens, comments are not taken. */
async function known(intake: Intake, docket: string): Promise<KnownRequest & { open: boolean }> {
  const found = await intake.find(docket)
  const state = found && stateOf(found.request, intake.clock.now())
  if (!found || state === 'draft') throw new NotFound('No such request.')
  return { ...found, open: state !== 'announced' }
}

const docketIn = (request: FastifyRequest) => (request.params as { docket: string }).docket

/** What the short way asks: a few questions by number, for somebody of one group. */
const Short = Type.Object({
  questions: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,4}(\\.[1-9]\\d{0,4}){0,9}$' })),
  group: Type.Optional(Type.String({ maxLength: 100 })),
  reply: Type.Optional(Type.String({ maxLength: 100 })),
})

const fewIn = (request: FastifyRequest) =>
  (request.query as Static<typeof Short>).questions?.split('.').map(Number)

function newForm(language: string, group = notStated): CommentForm {
  return { ...emptyForm(language), group, key: newIdempotencyKey(), code: newCode() }
}

/** What somebody signed in declares everywhere stands in the form already; they may change it there. */
async function ownInterests({ db }: Intake, { viewer: { person } }: FastifyRequest) {
  const declared = person ? (await listInterests(db, [person])).get(person) : undefined
  return interestsInto(declared?.filter(({ endedAt }) => endedAt === undefined) ?? [])
}

async function freshForm(intake: Intake, request: FastifyRequest, { request: asked, groups }: KnownRequest) {
  const { group: wanted } = request.query as Static<typeof Short>
  const group = groups.find(({ slug }) => slug === wanted)
  return { ...newForm(asked.language, group?.slug), ...(await ownInterests(intake, request)) }
}

function writingRoutes(app: FastifyInstance, intake: Intake) {
  const address = '/requests/:docket/comment'

  const asked = { config: { action: 'comment.write' }, schema: { querystring: Short } }
  app.get(address, asked, async (request, reply) => {
    const { open, ...about } = await known(intake, docketIn(request))
    const now = intake.clock.now()
    if (!open) return sendPage(reply, <NotOpenPage {...about} now={now} />)
    const code = readCode(draftIn(request) ?? '')
    const found = code === undefined ? 'unknown' : await openDraft(intake.db, code)
    const resumed = typeof found === 'object' && 'form' in found && found.docket === about.request.docket
    const kept = resumed ? found.form : await freshForm(intake, request, about)
    const form = answering(kept, (request.query as Static<typeof Short>).reply, about, now)
    const files = resumed ? await listDraftFiles(intake.db, hashOfCode(form.code)) : []
    rememberDraft(reply, intake, about.request.docket, form.code)
    return sendPage(
      reply,
      <CommentFormPage {...about} {...{ now, form, files, resumed }} few={fewIn(request)} />,
    )
  })

  const sent = { config: { action: 'comment.submit' }, schema: { querystring: Short } }
  app.post(address, sent, async (request, reply) => {
    const came = await receive(intake, request)
    try {
      return await answer(intake, request, reply, came)
    } catch (error) {
      if (!isAway(error)) throw error
      logAway(request, error)
      reply.header('retry-after', '5')
      return sendPage(
        reply,
        <KeptPage action={ownAddress(request.url)} act={came.act} form={came.form} />,
        503,
      )
    }
  })

  const draft = { config: { action: 'comment.write' }, bodyLimit: 32 * MEGABYTE }
  app.post(`${address}/draft`, draft, async (request, reply) => {
    const { request: about, open } = await known(intake, docketIn(request))
    const form = withSecrets(readForm(fieldsOfBody(request.body)))
    if (!open || !(await keepDraft(intake.db, about, form, intake.clock.now()))) return reply.code(409).send()
    rememberDraft(reply, intake, about.docket, form.code)
    return reply.code(204).send()
  })
}

interface Came extends ReadBody {
  form: CommentForm
  act: string
  added: DraftFile[]
  refused: FileRefusal[]
}

const withSecrets = (form: CommentForm): CommentForm => ({ ...form, code: readCode(form.code) ?? newCode() })

/** Reads what was sent as far as it came; a body of another kind is refused with its words. */
async function receive(intake: Intake, request: FastifyRequest): Promise<Came> {
  const added: DraftFile[] = []
  const refused: FileRefusal[] = []
  const keep = async (name: string, bytes: AsyncIterable<Uint8Array>) => {
    const file = await addFile(intake.files, { name, bytes }, intake.clock.now())
    if ('why' in file) refused.push(file)
    else added.push(file)
  }
  const type = request.headers['content-type'] ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    throw Object.assign(new Error('A form was expected.'), { statusCode: 415 })
  }
  const body: ReadBody = request.isMultipart()
    ? await readParts(request.parts({ limits: partLimits }), keep)
    : withinReason({ fields: fieldsOfBody(request.body), trouble: undefined })
  const act = body.fields.findLast(([name]) => name === 'act')?.[1] ?? 'check'
  return { ...body, form: withSecrets(readForm(body.fields)), act, added, refused }
}

/** Does what the pressed button says; whatever is wrong, the form comes back with every word. */
async function answer(intake: Intake, request: FastifyRequest, reply: FastifyReply, came: Came) {
  const { open, ...about } = await known(intake, docketIn(request))
  const now = intake.clock.now()
  if (!open) return sendPage(reply, <NotOpenPage {...about} now={now} />, 409)
  const files = await filesOf(intake, about, came)
  const props = { ...about, now, form: came.form, files, few: fewIn(request) }
  const trouble = troublesOf(came, request.locale)
  const sent = wantsKeeping(came) ? await sentAs(intake.db, came.form.code) : undefined
  if (sent !== undefined) return sentBefore(intake, reply, props, sent, trouble)
  if (came.trouble) return formAgain(reply, props, trouble, came.trouble === 'too-large' ? 413 : 400)
  if (came.act === 'save') return save(intake, reply, props)
  if (trouble.length > 0) return formAgain(reply, props, trouble)
  if (came.act !== 'check' && came.act !== 'submit') return sendChanged(intake, reply, props, came.act)
  return goOn(intake, request, reply, props, came.act)
}

async function goOn(
  intake: Intake,
  request: FastifyRequest,
  reply: FastifyReply,
  props: WritingProps,
  act: 'check' | 'submit',
) {
  const answered = await answeredBy(intake, props, props.form, props.now)
  const found = problemsOf(props.form, choicesFor(props, props.files.length))
  if ('problems' in answered) return formAgain(reply, props, [...found, ...answered.problems])
  if (found.length > 0) return formAgain(reply, props, found)
  if (act === 'submit') return submit(intake, request, reply, { ...props, ...answered })
  const unlike = await isUnlikeEarlier(intake, props, props.form, props.files.length)
  return sendPage(reply, <ReviewPage {...props} unlike={unlike} />)
}

/** Whether something is meant for the draft itself: one that was sent takes no more. */
const wantsKeeping = ({ act, added }: Came) =>
  act !== 'submit' && (added.length > 0 || act === 'save' || act.startsWith('remove:'))

async function sentBefore(
  intake: Intake,
  reply: FastifyReply,
  props: WritingProps,
  number: string,
  others: Problem[] = [],
) {
  const problem: Problem = { field: 'form', kind: 'sentBefore', values: { number } }
  return formAgain(reply, await newEdition(intake, props), [problem, ...others])
}

async function sendChanged(intake: Intake, reply: FastifyReply, props: WritingProps, act: string) {
  const changed = await changedBy(intake.db, act, props.form)
  return sendPage(reply, <CommentFormPage {...props} {...changed} />, changed.problems.length > 0 ? 422 : 200)
}

function formAgain(reply: FastifyReply, props: WritingProps, problems: Problem[], status = 422) {
  const key = isIdempotencyKey(props.form.key) ? props.form.key : newIdempotencyKey()
  const form = { ...props.form, key }
  return sendPage(reply, <CommentFormPage {...props} form={form} problems={problems} />, status)
}

async function submit(intake: Intake, request: FastifyRequest, reply: FastifyReply, props: WritingProps) {
  const { form } = props
  const taken = await takeFromForm(intake, props, form, props.files, props.now, props.repliesTo)
  if (typeof taken === 'string') return formAgain(reply, props, [{ field: 'form', kind: over[taken] }])
  if (taken.again && !(await saysTheSame(intake, props, props, taken)))
    return sentBefore(intake, reply, props, taken.number)
  await forgetDraft(intake, form, taken).catch((error) => request.log.error(error))
  return showReceipt(intake, request, reply, props, { number: taken.number, form })
}

/** By a redirect, so that a reload sends nothing again; a browser without cookies is shown it at once. */
async function showReceipt(
  intake: Intake,
  request: FastifyRequest,
  reply: FastifyReply,
  about: KnownRequest,
  { number, form }: { number: string; form: CommentForm },
) {
  const commentKey = commentKeyOf(about.request.id, form.key)
  const cookies = draftIn(request) !== undefined
  forgetDraftCookie(reply, about.request.docket)
  rememberKey(reply, intake, number, commentKey)
  if (cookies) return reply.redirect(`/comments/${number}/receipt`, 303)
  const comment = await readWhole(intake.db, number, about.request.questions)
  if (!comment) throw new NotFound('No such comment.')
  return sendReceipt(intake, reply, { ...about, comment }, commentKey)
}

const over = {
  withdrawn: 'refusedWithdrawn',
  superseded: 'refusedSuperseded',
  'wrong-key': 'supersessionUnknown',
} as const

function troublesOf({ trouble, refused }: Came, locale: Locale): Problem[] {
  const broken: Problem[] = trouble
    ? [{ field: 'form', kind: trouble === 'too-large' ? 'keptTooLarge' : 'brokenOff' }]
    : []
  return [...broken, ...refused.map((one) => refusalProblem(words.in(locale), one))]
}

async function save(intake: Intake, reply: FastifyReply, props: WritingProps) {
  const { request, form, now } = props
  await keepDraft(intake.db, request, form, now)
  rememberDraft(reply, intake, request.docket, form.code)
  return sendPage(reply, <SavedPage {...props} origin={intake.origin} />)
}

function resumeRoutes(app: FastifyInstance, intake: Intake) {
  app.get('/resume', { config: { action: 'comment.resume' } }, async (_request, reply) =>
    sendPage(reply, <ResumePage />),
  )

  app.post('/resume', { config: { action: 'comment.resume' } }, async (request, reply) => {
    const code = new Map(fieldsOfBody(request.body)).get('code') ?? ''
    const found = await openDraft(intake.db, code)
    if (found === 'unknown') return sendPage(reply, <ResumePage code={code} problem="unknown" />, 422)
    if ('sent' in found) return sendPage(reply, <ResumePage code={code} problem={found} />, 422)
    rememberDraft(reply, intake, found.docket, found.form.code)
    return reply.redirect(formAddress(found), 303)
  })
}
