import type { PolicyRow } from '../model.ts'

export const firstStartPolicy: readonly PolicyRow[] = [
  // Anyone who has the code; the command itself refuses once the installation is founded.
  { action: 'found-installation', relation: 'any', roles: ['anyone'], stages: 'every' },
  { action: 'load-example', relation: 'any', roles: ['administrator'], stages: 'every' },
]
