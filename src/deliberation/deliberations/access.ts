import type { PolicyRow } from '../../participants/model.ts'

const any = { relation: 'any', stages: 'every' } as const
const preparing = ['administrator', 'secretariat', 'chair'] as const

export const deliberationsPolicy: readonly PolicyRow[] = [
  { action: 'deliberation.read', ...any, roles: ['anyone'] },
  { action: 'deliberation.read-draft', ...any, roles: preparing },
  { action: 'deliberation.create', ...any, roles: preparing },
  { action: 'deliberation.import', ...any, roles: preparing },
  { action: 'deliberation.edit', ...any, roles: preparing },
  { action: 'deliberation.publish', ...any, roles: preparing },
  { action: 'statement.read', ...any, roles: ['anyone'] },
  { action: 'statement.propose', ...any, roles: ['anyone'] },
  { action: 'statement.seed', ...any, roles: preparing },
  { action: 'statement.lift', ...any, roles: ['analyst', 'rapporteur', ...preparing] },
  { action: 'vote.cast', ...any, roles: ['anyone'] },
  { action: 'vote.read', ...any, roles: ['anyone'] },
  { action: 'opinions.read', ...any, roles: ['anyone'] },
  { action: 'defence.read', ...any, roles: ['moderator', ...preparing] },
  { action: 'defence.judge', ...any, roles: ['moderator', 'secretariat', 'chair'] },
  { action: 'statement.moderate', ...any, roles: ['moderator', 'secretariat'] },
]
