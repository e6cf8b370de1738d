import type { PolicyRow } from '../participants/model.ts'

/** What belongs to no step of a process and is open to all: stylesheets, the state of the installation. */
export const housePolicy: readonly PolicyRow[] = [
  { action: 'read-house', relation: 'any', roles: ['anyone'], stages: 'every' },
]
