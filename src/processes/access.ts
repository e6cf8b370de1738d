import type { PolicyRow } from '../participants/model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const
const preparing = {
  relation: 'any',
  roles: ['administrator', 'secretariat', 'operator'],
  stages: 'every',
} as const

export const processesPolicy: readonly PolicyRow[] = [
  { action: 'process.list', ...anyone },
  { action: 'process.read', ...anyone },
  { action: 'process.read-unpublished', ...preparing },
  { action: 'process.create', ...preparing },
  { action: 'process.edit', ...preparing },
  { action: 'process.publish', ...preparing },
]
