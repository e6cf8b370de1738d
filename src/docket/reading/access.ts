import type { PolicyRow } from '../../participants/model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const

export const readingPolicy: readonly PolicyRow[] = [
  { action: 'comment.list', ...anyone },
  { action: 'comment.read', ...anyone },
]
