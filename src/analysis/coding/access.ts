import type { PolicyRow } from '../../participants/model.ts'

const any = { relation: 'any', stages: 'every' } as const
const bench = ['analyst', 'chair', 'rapporteur', 'secretariat', 'administrator'] as const

export const codingPolicy: readonly PolicyRow[] = [
  { action: 'coding.read', ...any, roles: bench },
  { action: 'excerpt.code', ...any, roles: ['analyst', 'rapporteur', 'secretariat'] },
  { action: 'coding.plan', ...any, roles: ['chair', 'secretariat', 'administrator'] },
  { action: 'coding.settle', ...any, roles: ['analyst', 'chair', 'rapporteur', 'secretariat'] },
]
