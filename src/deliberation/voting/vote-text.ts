import { hash, randomBytes } from 'node:crypto'
import type { Instant } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { StatementId } from '../statements/model.ts'
import { type VoteId, type VoteValue, wordOf } from './model.ts'

export interface VoteFacts {
  id: VoteId
  deliberation: DeliberationId
  statement: StatementId
  /** SHA-256 of the words that were voted on, in hex. */
  textSha256: string
  value: VoteValue
  matters: boolean
  at: Instant
  salt: Buffer
}

export const newSalt = (): Buffer => randomBytes(32)

/** What a vote's hash is made of: without the salt, nobody can find out who or how by trying. */
export function voteText({
  id,
  deliberation,
  statement,
  textSha256,
  value,
  matters,
  at,
  salt,
}: VoteFacts): string {
  return [
    'parley/vote/v1',
    `id ${id}`,
    `deliberation ${deliberation}`,
    `statement ${statement}`,
    `text ${Buffer.from(textSha256, 'hex').toString('base64')}`,
    `vote ${wordOf(value)}`,
    `matters ${matters ? 'yes' : 'no'}`,
    `cast ${at.toISOString()}`,
    `salt ${salt.toString('base64')}`,
    '',
  ].join('\n')
}

/** As leaves are hashed (RFC 6962 §2.1), so that a vote is a leaf of its batch. */
export const hashOfVote = (facts: VoteFacts): Buffer =>
  hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(voteText(facts), 'utf8')]), 'buffer')
