import type { PolicyRow } from '../../participants/model.ts'

const any = { relation: 'any', stages: 'every' } as const

export const programsPolicy: readonly PolicyRow[] = [
  { action: 'programs.read', ...any, roles: ['anyone'] },
  { action: 'program.switch', ...any, roles: ['analyst', 'chair', 'secretariat', 'administrator'] },
  // Posted comments leave the house: those decide who answer for the process.
  { action: 'program.send', ...any, roles: ['chair', 'secretariat', 'administrator'] },
]
