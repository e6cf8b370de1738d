import { type Instant, parseInstant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { type SignedInPerson, testApp } from '../../testing.ts'
import type { Arrival, CommentId } from '../comments/model.ts'
import { hashOfCode, newCode } from '../comments/secrets.ts'
import { findToModerate } from '../posting/store.ts'
import { arrivalAt, openRequest, receive } from '../posting/testing.ts'
import { objectionLetter } from './objection-letter.ts'

const opens = parseInstant('2026-02-26T12:00:00Z') as Instant

export interface Sent {
  number: string
  id: CommentId
  /** The cookie that holds the comment key. */
  key: string
}

/** The whole house with one open request and three who moderate it; for tests only. */
export async function openObjections() {
  const house = await testApp()
  const { db } = house.services
  const request: RequestForComment = await openRequest(db, { opens })
  const hire = () => house.signInAs({ role: 'moderator', process: request.processId })
  const [ada, grace, mary] = [await hire(), await hire(), await hire()]
  const send = async (said: Partial<Arrival> = {}): Promise<Sent> => {
    const key = newCode()
    const [number = ''] = await receive(db, [arrivalAt(request, { keyHash: hashOfCode(key), ...said })])
    const comment = await findToModerate(db, number)
    if (!comment) throw new Error('No comment came.')
    return { number, id: comment.id, key: `comment-key=${key}` }
  }
  const decide = (number: string, who: SignedInPerson, act: string, seen: string) =>
    house.post(`/comments/${number}/moderation`, { act, seen, reason: 'spam' }, who.cookie)
  const openOf = (table: 'moderation.proposal' | 'moderation.objection', about: CommentId) =>
    db.selectFrom(table).select('id').where('about_id', '=', about).where('outcome', 'is', null)
  let from = 0
  // As many senders: one place may object only so often.
  const nextAddress = () => {
    from += 1
    return `127.0.0.${from}`
  }
  return {
    ...{ house, db, request, ada, grace, mary, send, decide },
    /** Proposed by Ada and confirmed by Grace. */
    withheld: async (said: Partial<Arrival> = {}): Promise<Sent> => {
      const sent = await send(said)
      await decide(sent.number, ada, 'withhold', 'screening')
      const { id: proposal } = await openOf('moderation.proposal', sent.id).executeTakeFirstOrThrow()
      const answer = { act: 'confirm', proposal, seen: 'screening' }
      await house.post(`/comments/${sent.number}/proposal`, answer, grace.cookie)
      return sent
    },
    object: ({ number, key }: Sent, words: string, cookie = key) =>
      house.app.inject({
        method: 'POST',
        url: `/comments/${number}/object`,
        remoteAddress: nextAddress(),
        headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ words }).toString(),
      }),
    answer: async ({ number, id }: Sent, who: SignedInPerson, act: string, why = '') => {
      const open = await openOf('moderation.objection', id).executeTakeFirst()
      const comment = await findToModerate(db, number)
      const form = { act, why, seen: comment?.state ?? '', objection: open?.id ?? '' }
      return house.post(`/comments/${number}/objection`, form, who.cookie)
    },
    stateOf: async ({ number }: Sent) => (await findToModerate(db, number))?.state,
    log: async (form = '') =>
      (await house.get(`/processes/${request.docket.toLowerCase()}/moderation-log${form}`)).body,
    letters: async ({ id }: Sent) => {
      const ended = await db
        .selectFrom('moderation.objection')
        .select('id')
        .where('about_id', '=', id)
        .orderBy('at', 'desc')
        .execute()
      const all = ended.map((one) =>
        objectionLetter(db, 'http://localhost:3000', { comment: id, objection: one.id }),
      )
      return (await Promise.all(all)).map((letter) =>
        letter ? `${letter.to}\n${letter.subject}\n${letter.body}` : '',
      )
    },
  }
}
