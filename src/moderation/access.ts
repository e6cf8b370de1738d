import type { PolicyRow } from '../participants/model.ts'

export const moderationPolicy: readonly PolicyRow[] = [
  { action: 'moderation.read-log', relation: 'any', roles: ['anyone'], stages: 'every' },
]
