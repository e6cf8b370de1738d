import type { PolicyRow } from '../../participants/model.ts'

const anyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const

/** Names that sign are withheld by those who moderate comments. */
export const signatoriesPolicy: readonly PolicyRow[] = [
  { action: 'signatory.answer', ...anyone },
  { action: 'signatory.join', ...anyone },
  { action: 'signatory.speak-for', ...anyone, roles: ['signed-in'] },
  { action: 'signatory.manage', ...anyone, relation: 'holder' },
]
