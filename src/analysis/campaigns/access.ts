import type { PolicyRow } from '../../participants/model.ts'

export const campaignsPolicy: readonly PolicyRow[] = [
  { action: 'campaign.read', relation: 'any', roles: ['anyone'], stages: 'every' },
]
