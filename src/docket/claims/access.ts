import type { PolicyRow } from '../../participants/model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const

export const claimsPolicy: readonly PolicyRow[] = [
  { action: 'claim.look-up', ...anyone },
  { action: 'claim.make', ...anyone },
  { action: 'comment.vouch', ...anyone, roles: ['signed-in'] },
]
