import { type Arrival, decideComment, findToModerate, takeComments } from '../../../docket/index.ts'
import { guest, operator, type PersonId } from '../../../participants/index.ts'
import { newId } from '../../../platform/id.ts'
import { after } from '../../../platform/time.ts'
import { findRequest, publishBareRequest, type RequestForComment } from '../../../requests/index.ts'
import { testApp } from '../../../testing.ts'
import { Finder } from './finder.ts'

let made = 0

/** What a comment says, alone or with files. */
export type SaidSo = string | Partial<Arrival>

function arrivalAt({ id, processId, docket, opensAt }: RequestForComment, said: SaidSo): Arrival {
  made += 1
  return {
    request: { id, processId, docket },
    channel: 'web-form',
    receivedAt: after(opensAt, made * 1000),
    language: 'en',
    group: 'users',
    particulars: { name: `Ada ${made}` },
    answers: typeof said === 'string' ? [{ text: said, publication: 'with-name' }] : [],
    attachments: [],
    idempotencyKey: `key-${made}`,
    state: 'screening',
    ...(typeof said === 'string' ? {} : said),
  }
}

export const fileOf = (text: string, publication: Arrival['attachments'][number]['publication']) => ({
  name: 'letter.pdf',
  mediaType: 'application/pdf',
  bytes: 7,
  sha256: newId<'file'>(1).replaceAll('-', '').padStart(64, '0'),
  publication,
  extraction: { state: 'done' as const, text, extractor: { name: 'unpdf', version: '1' } },
})

/** The whole house, a request at a time, and a finder that works when it is told to; for tests only. */
export async function openFinding() {
  const house = await testApp()
  const { db, clock } = house.services
  let request: RequestForComment
  let finder = new Finder({ db, clock })

  const decide = async (number: string, verdict: object) => {
    const comment = await findToModerate(db, number)
    if (!comment) throw new Error(`There is no comment ${number}.`)
    const inProcess = new Map([[comment.processId, new Set(['moderator'] as const)]])
    const moderator = { ...guest, person: newId<'person'>(1) as PersonId, name: 'Mo', inProcess }
    const whole = {
      seen: comment.state,
      reason: undefined,
      explanation: '',
      act: 'post' as const,
      ...verdict,
    }
    const at = clock.now()
    return decideComment(db, moderator, { comment, questions: new Map(), verdict: whole, at })
  }
  const take = async (...said: SaidSo[]): Promise<string[]> => {
    const arrivals = said.map((one) => arrivalAt(request, one))
    const taken = await db.transaction().execute((tx) => takeComments(tx, arrivals))
    return taken.map(({ number }) => number)
  }
  return {
    ...{ house, db, take, decide },
    request: () => request,
    finder: () => finder,
    newRequest: async () => {
      made += 1
      const docket = `CAM-2026-${made}`
      const [opensAt, zone] = [clock.now(), 'UTC']
      const dates = { opensAt, deadline: { at: after(opensAt, 86_400_000), zone } }
      const asked = { docket, title: 'How long?', process: undefined, ...dates }
      await publishBareRequest(db, operator, asked, opensAt)
      const found = await findRequest(db, docket)
      if (!found) throw new Error('The request is not there.')
      request = found
      const second = { process_id: request.processId, required: false }
      await db.insertInto('moderation.second_look').values(second).execute()
      return request
    },
    post: async (...said: SaidSo[]): Promise<string[]> => {
      const numbers = await take(...said)
      for (const number of numbers) await decide(number, {})
      return numbers
    },
    withhold: (number = '') => decide(number, { act: 'withhold', reason: 'off-topic' }),
    find: async () => {
      while (await finder.next());
    },
    /** A worker that begins with nothing in memory. */
    fresh: async () => {
      await finder.end()
      finder = new Finder({ db, clock })
    },
    campaigns: () => listCampaigns(db, request),
    members: () => listMembers(db, request),
    close: house.close,
  }
}

type House = Awaited<ReturnType<typeof testApp>>['services']['db']

async function listCampaigns(db: House, { id }: RequestForComment) {
  const rows = await db
    .selectFrom('analysis.campaign as campaign')
    .innerJoin('analysis.read_text as text', 'text.campaign_id', 'campaign.id')
    .innerJoin('docket.comment as comment', 'comment.id', 'text.comment_id')
    .select(['campaign.id', 'comment.number', 'campaign.texts', 'campaign.template_id'])
    .where('campaign.request_id', '=', id)
    .where('campaign.ended_at', 'is', null)
    .orderBy('comment.number')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id)].map(([campaign, texts]) => {
    if (texts[0]?.texts !== texts.length) throw new Error('Its texts were miscounted.')
    if (texts[0]?.template_id === null) throw new Error('It has no template.')
    return { id: campaign, members: texts.map(({ number }) => number) }
  })
}

async function listMembers(db: House, { id }: RequestForComment) {
  const rows = await db
    .selectFrom('analysis.campaign_member as member')
    .innerJoin('docket.comment as comment', 'comment.id', 'member.comment_id')
    .select(['comment.number', 'member.left_at', 'member.campaign_id as campaign'])
    .where('comment.request_id', '=', id)
    .orderBy('member.id')
    .execute()
  return rows.map(({ number, left_at, campaign }) => ({ number, left: left_at !== null, campaign }))
}
