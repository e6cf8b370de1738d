import type { PolicyRow } from '../../participants/model.ts'

const any = { relation: 'any', stages: 'every' } as const
export const mayAnswer = ['analyst', 'chair', 'rapporteur', 'secretariat'] as const

export const summariesPolicy: readonly PolicyRow[] = [
  { action: 'summary.read', ...any, roles: ['anyone'] },
  { action: 'summary.read-draft', ...any, roles: [...mayAnswer, 'administrator'] },
  { action: 'summary.edit', ...any, roles: mayAnswer },
  { action: 'summary.publish', ...any, roles: ['chair', 'secretariat'] },
  { action: 'contest.make', relation: 'holder', roles: ['anyone'], stages: 'every' },
  { action: 'contest.make', relation: 'own', roles: ['signed-in'], stages: 'every' },
  { action: 'contest.list', ...any, roles: [...mayAnswer, 'moderator', 'administrator'] },
  { action: 'contest.screen', ...any, roles: ['moderator', 'secretariat'] },
  { action: 'contest.answer', ...any, roles: mayAnswer },
]
