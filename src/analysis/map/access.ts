import type { PolicyRow } from '../../participants/model.ts'

const any = { relation: 'any', stages: 'every' } as const

export const mapPolicy: readonly PolicyRow[] = [
  { action: 'map.read', ...any, roles: ['anyone'] },
  {
    action: 'map.read-unpublished',
    ...any,
    roles: ['analyst', 'chair', 'rapporteur', 'secretariat', 'administrator'],
  },
  { action: 'map.publish', ...any, roles: ['analyst', 'chair', 'secretariat'] },
]
