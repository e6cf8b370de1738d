import type { PolicyRow } from '../../participants/model.ts'

/** What is imported is posted in others' names: only those who answer for the record of the process may do so. */
export const importPolicy: readonly PolicyRow[] = [
  { action: 'comment.import', relation: 'any', roles: ['administrator', 'secretariat'], stages: 'every' },
  { action: 'comment.enter-paper', relation: 'any', roles: ['moderator', 'secretariat'], stages: 'every' },
]
