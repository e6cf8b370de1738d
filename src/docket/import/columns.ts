import { OWN } from './own-export.ts'

/** What a column can mean to the docket, beside an answer to one of its questions. */
export const plainFields = [
  'id',
  'text',
  'language',
  'group',
  'country',
  'name',
  'first-name',
  'last-name',
  'organisation',
  'email',
  'date',
  'kind',
  'attachments',
  'publication',
  'capacity',
  'interests',
  'signatories',
  'state',
  'answers',
  'withdrawn',
  'whyWithdrawn',
  'restricted',
] as const
export type QuestionField = `question-${number}`
export type Field = (typeof plainFields)[number] | QuestionField

/** Columns that only our own export has, or an answer of an API once it is unwrapped: nobody maps them. */
const unmapped: readonly Field[] = [
  'state',
  'answers',
  'kind',
  'interests',
  'signatories',
  'withdrawn',
  'whyWithdrawn',
  'restricted',
]
/** So many columns a page asks about. */
export const MOST_COLUMNS = 100

export const isUnmapped = (field: Field): boolean => unmapped.includes(field)
export const mappable = plainFields.filter((field) => !unmapped.includes(field))

/**
 * Headers that need no mapping, best first: those of regulations.gov, the European portal and common spreadsheets.
 * Case, `_`, `-`, `.` and where capitals begin a word make no difference.
 */
const known: Record<(typeof plainFields)[number], readonly string[]> = {
  id: [
    'document id',
    'id',
    'comment id',
    'tracking number',
    'submission id',
    'submission number',
    'comment number',
    'response id',
    'reference',
    'ref',
    'uuid',
    'number',
    'no',
    'nr',
  ],
  text: [
    'comment',
    'feedback',
    'text',
    'comment text',
    'body',
    'content',
    'message',
    'response',
    'submission',
    'submission text',
    'response text',
    'feedback text',
    'comment body',
    'comments',
    'your comment',
    'your comments',
    'your feedback',
    'public comment',
    'full text',
    'answer',
    'contribution',
    'opinion',
    'remarks',
    'statement',
    'input',
    'commentaire',
    'commentaires',
    'texte',
    'kommentar',
    'stellungnahme',
    'comentario',
    'commento',
  ],
  language: ['language', 'lang', 'locale', 'language code', 'langue', 'sprache', 'idioma'],
  group: [
    'stakeholder group',
    'group',
    'usertype',
    'user type',
    'stakeholder type',
    'stakeholder',
    'respondent type',
    'type of respondent',
    'organisation type',
    'organization type',
    'category',
    'sector',
  ],
  country: ['country', 'country code', 'country of origin', 'nationality', 'pays', 'land', 'país', 'pais'],
  name: [
    'name',
    'author',
    'submitter',
    'full name',
    'submitter name',
    'submitted by',
    'commenter',
    'commenter name',
    'respondent',
    'respondent name',
    'your name',
    'sender',
    'contact name',
    'nom',
    'nombre',
  ],
  'first-name': ['first name', 'firstname', 'given name', 'forename', 'prénom', 'prenom', 'vorname'],
  'last-name': ['last name', 'lastname', 'surname', 'family name', 'nachname', 'nom de famille'],
  organisation: [
    'organization name',
    'organisation name',
    'organisation',
    'organization',
    'organisation or company',
    'org',
    'company',
    'company name',
    'affiliation',
    'institution',
    'employer',
    'on behalf of',
    'organización',
    'organizacion',
  ],
  email: [
    'email',
    'e mail',
    'email address',
    'e mail address',
    'mail',
    'contact email',
    'courriel',
    'correo electrónico',
  ],
  date: [
    'received date',
    'receive date',
    'datefeedback',
    'date feedback',
    'sent at',
    'received at',
    'submitted at',
    'created at',
    'date submitted',
    'submission date',
    'date received',
    'received on',
    'submitted on',
    'date',
    'submitted',
    'received',
    'created',
    'timestamp',
    'posted date',
    'datum',
    'fecha',
  ],
  kind: [OWN.kind, 'document type'],
  attachments: [
    'attachment files',
    'attachments',
    'attachment',
    'files',
    'file',
    'file name',
    'filename',
    'file names',
    'document',
    'documents',
    'path',
    'file path',
    'datei',
    'fichier',
  ],
  publication: ['publication', 'publication choice', 'privacy'],
  capacity: ['capacity'],
  interests: ['interests'],
  signatories: [OWN.signatories],
  state: [OWN.state],
  answers: [OWN.answers],
  withdrawn: ['is withdrawn'],
  whyWithdrawn: ['reason withdrawn'],
  restricted: ['restrict reason'],
}

/** A column of answers: `Q1`, `Question 2: For how long?`, `Answer to question 3`. */
const questionHeader = /^(?:answer to )?(?:question|frage|pregunta|q) ?0*([1-9]\d{0,3})(?=\D|$)/

export type Columns = ReadonlyMap<Field, string>

function plainly(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[_\-.\s]+/g, ' ')
    .replace(/[\s*:?]+$/, '')
    .trim()
}

function matching(field: (typeof plainFields)[number], names: ReadonlyMap<string, string>) {
  const found = known[field].find((candidate) => names.has(candidate))
  return found === undefined ? undefined : names.get(found)
}

function questionsIn(names: readonly string[]): [QuestionField, string][] {
  const numbered = names.flatMap((name): [QuestionField, string][] => {
    const number = questionHeader.exec(plainly(name))?.[1]
    return number ? [[`question-${Number(number)}`, name]] : []
  })
  return numbered.filter(([field], at) => numbered.findIndex(([other]) => other === field) === at)
}

/** Headers as they stand first, so that `name` is found before `Name ` is, and the two are never one. */
function byPlainName(names: readonly string[]): Map<string, string> {
  const plain = names.toReversed().map((name): [string, string] => [plainly(name), name])
  const asWritten = names.toReversed().map((name): [string, string] => [name.trim().toLowerCase(), name])
  return new Map([...plain, ...asWritten])
}

/** Which column of a row means what: as told, else by its header. No column means two things. */
export function columnsOf(names: readonly string[], told: Columns): Columns {
  const columns = new Map(told)
  const taken = new Set(told.values())
  const free = (): string[] => names.filter((name) => !taken.has(name))
  for (const [field, column] of questionsIn(free())) take(field, column)
  for (const field of plainFields) take(field, matching(field, byPlainName(free())))
  return columns

  function take(field: Field, column: string | undefined): void {
    if (column === undefined || columns.has(field)) return
    columns.set(field, column)
    taken.add(column)
  }
}

export type MapRefusal = { unknownField: string } | { incomplete: string }

export function isField(text: string): text is Field {
  return (plainFields as readonly string[]).includes(text) || /^question-[1-9]\d{0,3}$/.test(text)
}

/** Reads `text=feedback,group=userType`: our field first, then the file's column. */
export function parseMap(text: string): Columns | MapRefusal {
  const columns = new Map<Field, string>()
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [left = '', ...rest] = pair.split('=')
    const field = left.trim()
    if (!isField(field)) return { unknownField: field }
    const column = rest.join('=').trim()
    if (!column) return { incomplete: pair.trim() }
    columns.set(field, column)
  }
  return columns
}
