import type { PolicyRow } from '../../participants/model.ts'

const moderating = { relation: 'any', roles: ['moderator', 'secretariat'], stages: 'every' } as const

export const postingPolicy: readonly PolicyRow[] = [
  { action: 'comment.moderate', ...moderating },
  { action: 'comment.read-confidential', ...moderating },
]
