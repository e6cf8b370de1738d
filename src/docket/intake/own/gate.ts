import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Circumstances } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import { isKeyOf } from '../../comments/secrets.ts'
import { findKeyHash } from '../../comments/store.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { keyIn } from './cookie.ts'

interface Reading {
  db: Db<CommentTables>
}

const numberIn = (request: FastifyRequest) => (request.params as { number: string }).number

async function holds({ db }: Reading, request: FastifyRequest): Promise<boolean> {
  return isKeyOf(keyIn(request), await findKeyHash(db, numberIn(request)))
}

/** Whoever comes with the comment key holds the comment. */
export const holding =
  (reading: Reading) =>
  async (request: FastifyRequest): Promise<Circumstances> => ({
    relations: (await holds(reading, request)) ? ['holder'] : [],
  })

/** Whoever comes to a page without the key is asked for it, rather than to sign in. */
export const askForKey = (reading: Reading) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (request.method !== 'GET' || (await holds(reading, request))) return
  return reply.redirect(`/comment-key?number=${encodeURIComponent(numberIn(request))}`, 303)
}
