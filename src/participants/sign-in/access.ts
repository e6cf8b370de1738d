import type { PolicyRow } from '../model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const
export const signInPolicy: readonly PolicyRow[] = [{ action: 'sign-in', ...anyone }]
