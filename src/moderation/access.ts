import type { PolicyRow } from '../participants/model.ts'

export const moderationPolicy: readonly PolicyRow[] = [
  {
    action: 'moderation.set-second-look',
    relation: 'any',
    roles: ['administrator', 'secretariat'],
    stages: 'every',
  },
  { action: 'moderation.read-log', relation: 'any', roles: ['anyone'], stages: 'every' },
]
