import type { PolicyRow } from '../model.ts'

const administrator = { relation: 'any', roles: ['administrator'], stages: 'every' } as const
const secretariat = { relation: 'any', roles: ['administrator', 'secretariat'], stages: 'every' } as const

export const administrationPolicy: readonly PolicyRow[] = [
  { action: 'administer', ...administrator },
  { action: 'list-people', ...administrator },
  { action: 'give-role', ...administrator },
  { action: 'take-role', ...administrator },
  { action: 'read-mailbox', ...administrator },
  { action: 'change-organisation', ...administrator },
  { action: 'list-organisations', ...secretariat },
  { action: 'add-organisation', ...secretariat },
  { action: 'add-representation', ...secretariat },
  { action: 'end-representation', ...secretariat },
]
