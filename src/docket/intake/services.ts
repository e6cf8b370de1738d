import type { ModerationTables } from '../../moderation/index.ts'
import type { ParticipantsTables } from '../../participants/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { SigningKey } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { TakingTables } from '../comments/take-comments.ts'
import { type CommentQueue, commentQueue } from './comment-queue.ts'
import { type KnownRequest, knownRequests } from './known-requests.ts'
import type { IntakeTables } from './tables.ts'

export type IntakeDatabase = TakingTables &
  IntakeTables &
  RequestsTables &
  ProcessesTables &
  ParticipantsTables &
  MailTables &
  ModerationTables

export interface IntakeServices extends Services<IntakeDatabase> {
  files: FileStore
  /** Signs promises, and names the log in receipts. */
  log: SigningKey
}

/** What both front doors, pages and API, share: one queue, one short memory of requests. */
export interface Intake extends IntakeServices, CommentQueue {
  find(docket: string): Promise<KnownRequest | undefined>
}

export function openIntake(services: IntakeServices): Intake {
  const { db, clock, log } = services
  return { ...services, ...commentQueue(db, log), find: knownRequests(db, clock) }
}
