import type { PolicyRow } from '../participants/model.ts'

export const moderationPolicy: readonly PolicyRow[] = [
  { action: 'read-moderation-log', relation: 'any', roles: ['anyone'], stages: 'every' },
]
