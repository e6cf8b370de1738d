import type { PolicyRow } from '../model.ts'

const signedIn = { relation: 'any', roles: ['signed-in'], stages: 'every' } as const

export const accountPolicy: readonly PolicyRow[] = [
  { action: 'sign-out', ...signedIn },
  { action: 'see-own-account', ...signedIn },
  { action: 'change-own-account', ...signedIn },
]
