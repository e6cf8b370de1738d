import type { PolicyRow } from '../participants/model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const
const preparing = {
  relation: 'any',
  roles: ['administrator', 'secretariat', 'operator'],
  stages: 'every',
} as const

export const requestsPolicy: readonly PolicyRow[] = [
  { action: 'request.list', ...anyone },
  { action: 'request.read', ...anyone },
  { action: 'request.read-draft', ...preparing },
  { action: 'request.create', ...preparing },
  { action: 'request.edit', ...preparing },
  { action: 'request.publish', ...preparing },
  { action: 'request.extend', ...preparing },
  { action: 'request.announce-replies', ...preparing },
]
