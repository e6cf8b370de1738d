import type { PolicyRow } from '../participants/model.ts'

export const erasingPolicy: readonly PolicyRow[] = [
  { action: 'erase-person', relation: 'any', roles: ['administrator'], stages: 'every' },
]
