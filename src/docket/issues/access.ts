import type { PolicyRow } from '../../participants/model.ts'

export const issuesPolicy: readonly PolicyRow[] = [
  { action: 'issue.read', relation: 'any', roles: ['anyone'], stages: 'every' },
  {
    action: 'issue.decide',
    relation: 'any',
    roles: ['administrator', 'secretariat', 'chair'],
    stages: 'every',
  },
]
