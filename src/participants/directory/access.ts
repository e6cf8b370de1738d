import type { PolicyRow } from '../model.ts'

const everywhere = { stages: 'every' } as const
const office = { relation: 'any', roles: ['administrator', 'secretariat'], ...everywhere } as const

/** `own` is whoever speaks for the organisation, or for either side of a membership. */
export const directoryPolicy: readonly PolicyRow[] = [
  { action: 'organisation.read', relation: 'any', roles: ['anyone'], ...everywhere },
  { action: 'coalition.add-member', ...office },
  { action: 'coalition.add-member', relation: 'own', roles: ['signed-in'], ...everywhere },
  { action: 'coalition.end-membership', ...office },
  { action: 'coalition.end-membership', relation: 'own', roles: ['signed-in'], ...everywhere },
  { action: 'coalition.confirm-membership', relation: 'own', roles: ['signed-in'], ...everywhere },
]
