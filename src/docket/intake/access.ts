import type { PolicyRow } from '../../participants/model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const
const holder = { relation: 'holder', roles: ['anyone'], stages: 'every' } as const

/** Whether a request takes comments yet is a rule of the request; a late comment is taken in any stage. */
export const intakePolicy: readonly PolicyRow[] = [
  { action: 'comment.write', ...anyone },
  { action: 'comment.submit', ...anyone },
  { action: 'comment.resume', ...anyone },
  { action: 'comment.open-own', ...anyone },
  { action: 'comment.confirm-sent', ...anyone },
  { action: 'comment.see-own', ...holder },
  { action: 'comment.supersede', ...holder },
  { action: 'comment.withdraw', ...holder },
]
