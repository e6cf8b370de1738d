import type { PolicyRow } from '../../participants/model.ts'

const reading = {
  relation: 'any',
  roles: ['analyst', 'chair', 'rapporteur', 'secretariat', 'administrator'],
  stages: 'every',
} as const

export const codebookPolicy: readonly PolicyRow[] = [
  { action: 'codebook.read', ...reading },
  { action: 'codebook.change', ...reading, roles: ['analyst', 'chair', 'secretariat', 'administrator'] },
]
