import { OWN } from './own-export.ts'

/** What a column can mean to the docket. */
export const fields = [
  'id',
  'text',
  'language',
  'group',
  'country',
  'name',
  'first-name',
  'last-name',
  'organisation',
  'date',
  'kind',
  'attachments',
  'publication',
  'capacity',
  'state',
  'answers',
] as const
export type Field = (typeof fields)[number]

/** Headers that need no mapping, best first: those of regulations.gov, the European portal and common spreadsheets. */
const known: Record<Field, readonly string[]> = {
  id: ['document id', 'id', 'comment id', 'comment_id', 'tracking number', 'submission id', 'uuid', 'number'],
  text: [
    'comment',
    'feedback',
    'text',
    'comment text',
    'comment_text',
    'body',
    'content',
    'message',
    'response',
  ],
  language: ['language', 'lang', 'locale'],
  group: ['stakeholder group', 'stakeholder_group', 'group', 'usertype', 'user type', 'category'],
  country: ['country', 'nationality'],
  name: ['name', 'author', 'submitter', 'full name'],
  'first-name': ['first name', 'firstname', 'first_name'],
  'last-name': ['last name', 'lastname', 'last_name', 'surname'],
  organisation: ['organization name', 'organisation', 'organization', 'company', 'affiliation'],
  date: [
    'received date',
    'datefeedback',
    'sent_at',
    'received_at',
    'date',
    'submitted',
    'created',
    'timestamp',
    'posted date',
  ],
  kind: ['document type'],
  attachments: ['attachment files', 'attachments', 'files'],
  publication: ['publication'],
  capacity: ['capacity'],
  state: [OWN.state],
  answers: [OWN.answers],
}

export type Columns = ReadonlyMap<Field, string>

function matching(field: Field, names: readonly string[]): string | undefined {
  const lower = new Map(names.toReversed().map((name) => [name.trim().toLowerCase(), name]))
  const found = known[field].find((candidate) => lower.has(candidate))
  return found === undefined ? undefined : lower.get(found)
}

/** Which column of a row means what: as told, else by its header. */
export function columnsOf(names: readonly string[], told: Columns): Columns {
  const taken = new Set(told.values())
  const free = names.filter((name) => !taken.has(name))
  const found = fields.flatMap((field): [Field, string][] => {
    const column = told.get(field) ?? matching(field, free)
    return column === undefined ? [] : [[field, column]]
  })
  return new Map(found)
}

export type MapRefusal = { unknownField: string } | { incomplete: string }

/** Reads `text=feedback,group=userType`: our field first, then the file's column. */
export function parseMap(text: string): Columns | MapRefusal {
  const columns = new Map<Field, string>()
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [left = '', ...rest] = pair.split('=')
    const field = fields.find((one) => one === left.trim())
    if (!field) return { unknownField: left.trim() }
    const column = rest.join('=').trim()
    if (!column) return { incomplete: pair.trim() }
    columns.set(field, column)
  }
  return columns
}
