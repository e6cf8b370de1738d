/** The tables that lie beside the report, as they are called on disk. */
export const tableNames = {
  stakeholder: 'stakeholder-groups',
  original: 'kinds',
  organisation: 'organisations',
  language: 'languages',
  country: 'countries',
  campaigns: 'campaigns',
  comments: 'comments',
  phrases: 'key-phrases',
  telling: 'phrases-by-group',
  timeline: 'timeline',
  rows: 'rows',
} as const

export type TableName = (typeof tableNames)[keyof typeof tableNames]
