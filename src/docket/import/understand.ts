import { type Interest, interestKinds, LONGEST_INTEREST } from '../../participants/index.ts'
import { cleanText, tidyName } from '../../platform/text/index.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import { type Capacity, capacities } from '../comments/model.ts'
import { LONGEST_SIGNATORY, MOST_SIGNATORIES, type NamedSignatory } from '../comments/signatories/model.ts'
import type { Columns, Field } from './columns.ts'
import { groupNamed } from './groups.ts'
import type { NamedFile, Remark, Row, RowKind } from './model.ts'
import type { NumberedAnswer } from './own-export.ts'
import { plainText } from './plain-text.ts'
import { storable } from './storable.ts'
import { say } from './words.ts'

/** A row with its meaning found: what the docket has a place for, and the rest beside it. */
export interface Submission {
  kind: RowKind
  originalId: string | undefined
  /** What is said freely. */
  text: string
  answers: readonly NumberedAnswer[]
  language: string
  group: string
  originalGroup: string | undefined
  country: string | undefined
  name: string | undefined
  organisation: string | undefined
  capacity: Capacity | undefined
  interests: readonly Interest[]
  signatories: readonly NamedSignatory[]
  at: Instant | undefined
  attachments: readonly NamedFile[]
  named: boolean
  /** It was not for publication there, and is not here. */
  confidential: boolean
  /** How it may be published could not be told for sure. */
  unclear: boolean
  rest: Readonly<Record<string, string>>
  warnings: readonly Remark[]
}

const UNDETERMINED = 'und'
/** The object ids of US dockets stand in a column called `name`. */
const objectId = /^[0-9a-f]{16}$/i

function languageOf(words: string | undefined, warnings: Remark[]): string {
  if (!words) return UNDETERMINED
  try {
    return Intl.getCanonicalLocales(words.replaceAll('_', '-'))[0] ?? UNDETERMINED
  } catch {
    warnings.push(say('noLanguage', { words }))
    return UNDETERMINED
  }
}

/** Dates of other dockets: ISO 8601, or `2026/02/03 23:59:55`, which names no zone and is read as UTC. */
function instantOf(words: string | undefined, warnings: Remark[]): Instant | undefined {
  if (!words) return undefined
  const [, day, time] = /^(\d{4}[-/]\d{2}[-/]\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(words) ?? []
  const instant = parseInstant(day && time ? `${day.replaceAll('/', '-')}T${time}Z` : words)
  if (!instant) warnings.push(say('noDate', { words }))
  return instant
}

function fileNamed(entry: unknown): NamedFile[] {
  if (typeof entry === 'string') return [{ name: entry }]
  if (typeof entry !== 'object' || entry === null || !('fileName' in entry)) return []
  const { fileName: name } = entry
  if (typeof name !== 'string') return []
  return 'size' in entry && typeof entry.size === 'number' ? [{ name, size: entry.size }] : [{ name }]
}

const endsLikeFile = /\.\w{1,5}$|^https?:\/\//i

/** A comma divides names only where each part looks like one: “Smith, our view.pdf” is one file. */
function namesIn(words: string): string[] {
  const names = words.split(/[;|\n]/).map((one) => one.trim())
  return names.flatMap((name) => {
    const parts = name.split(',').map((one) => one.trim())
    return parts.every((part) => endsLikeFile.test(part)) ? parts : [name]
  })
}

/** Names of files that came with a comment elsewhere: a JSON list, or names with `;` or commas between. */
function attachmentsOf(words: string): NamedFile[] {
  if (words === '') return []
  const plain = () => namesIn(words).flatMap((name) => (name === '' ? [] : [{ name }]))
  if (!words.startsWith('[')) return plain()
  try {
    const list: unknown = JSON.parse(words)
    return Array.isArray(list) ? list.flatMap(fileNamed) : plain()
  } catch {
    return plain()
  }
}

function wordsOf(raw: string, warnings: Remark[]): string {
  const { text, replaced } = cleanText(plainText(raw))
  for (const { what, count } of replaced)
    warnings.push(say('replaced', { what: what.replace(/^lone-/, ''), count }))
  return text.trim()
}

/** What may be cleaned in words is counted and told there. */
const hasWords = (field: Field) => field === 'text' || field === 'answers' || field.startsWith('question-')

type Told = (field: Field) => string | undefined

function told(row: Row, columns: Columns): Told {
  return (field) => {
    const cell = row.cells.get(columns.get(field) ?? '')?.trim()
    return (hasWords(field) ? cell : cell && storable(cell)) || undefined
  }
}

/** What a spreadsheet makes of a long id once it takes it for a number: `9.00006E+14`. */
const eaten = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i

function idIn(tell: Told): string | undefined {
  const [id, name] = [tell('id'), tell('name')]
  return id ?? (name && (objectId.test(name) || eaten.test(name)) ? name : undefined)
}

/** A row whose id was eaten goes by its words: many rows may share what is left of their ids. */
function nameAndId(tell: Told, warnings: Remark[]) {
  const id = idIn(tell)
  const gone = id !== undefined && eaten.test(id)
  if (gone) warnings.push(say('eatenId', { id }))
  const name = tell('name') === id ? undefined : tell('name')
  return {
    originalId: gone ? undefined : id,
    eaten: gone ? (tell('id') === undefined ? ['name' as const] : ['id' as const]) : [],
    name: name ?? ([tell('first-name'), tell('last-name')].filter(Boolean).join(' ') || undefined),
  }
}

/** Kept beside the comment and never shown: an address (nobody is written to), what could not be read, an eaten id. */
const besideAlways: readonly Field[] = ['email']

/** What no field takes, under its column's name. */
function restOf(row: Row, columns: Columns, unread: readonly Field[]): Record<string, string> {
  const beside = [...besideAlways, ...unread]
  const taken = new Set([...columns].flatMap(([field, name]) => (beside.includes(field) ? [] : [name])))
  return Object.fromEntries([...row.cells].filter(([name, value]) => value !== '' && !taken.has(name)))
}

/** Of our own export a row without words is none to take over: the comment was withheld or withdrawn there. */
function kindOf(tell: Told, warnings: Remark[]): Submission['kind'] {
  const taken = /^(true|yes|1)$/i.test(tell('withdrawn') ?? '') || tell('restricted') || tell('whyWithdrawn')
  const state = taken ? 'withdrawn' : tell('state')
  if (state !== undefined && state !== 'posted') {
    warnings.push(say('notPosted', { state }))
    return 'notice'
  }
  const kind = tell('kind') ?? 'public submission'
  if (kind === 'docket' || kind === 'document' || kind === 'submission') return kind
  return /public submission/i.test(kind) ? 'submission' : 'notice'
}

/** As our own export writes them: a line each, the kind before the words. */
function interestsOf(cell = ''): Interest[] {
  return cell.split('\n').flatMap((line) => {
    const [, name, words] = /^([a-z]+): (.+)$/.exec(line) ?? []
    const kind = interestKinds.find((one) => one === name)
    return kind && words ? [{ kind, words: tidyName(words).slice(0, LONGEST_INTEREST) }] : []
  })
}

/** As our own export writes them: how far each was known there is for each to say again here. */
function signatoriesOf(cell = ''): NamedSignatory[] {
  const all = cell.split('\n').flatMap((line): NamedSignatory[] => {
    const [, country, name] = /^(?:none|e-mail|organisation)(?: ([A-Z]{2}))?: (.+)$/.exec(line) ?? []
    const named = name ? tidyName(name).slice(0, LONGEST_SIGNATORY) : ''
    return named === '' ? [] : [{ name: named, country }]
  })
  return all.slice(0, MOST_SIGNATORIES)
}

function answersOf(tell: Told, columns: Columns, warnings: Remark[]): NumberedAnswer[] {
  const cell = tell('answers')
  const own = cell === undefined ? [] : (JSON.parse(cell) as NumberedAnswer[])
  const mapped = [...columns.keys()].flatMap((field) => {
    const text = field.startsWith('question-') ? tell(field) : undefined
    return text === undefined ? [] : [{ question: Number(field.slice('question-'.length)), text }]
  })
  return [...own, ...mapped].map(({ question, text }) => ({ question, text: wordsOf(text, warnings) }))
}

const openly = /^(with.?(your.)?name|with.?info|public|published|named|publish with (your |my )?name)$/i
const namelessly = /anonym|without.?(your.)?name/i
const hidden = /confidential|not (for|to be) publi|do not publish|private/i

/** A choice that cannot be told for sure is never taken for consent: no name, and a moderator looks first. */
function choiceOf(choice: string | undefined, warnings: Remark[]) {
  const said = choice?.trim() ?? ''
  const confidential = hidden.test(said)
  const named = said === '' || openly.test(said)
  const unclear = !named && !confidential && !namelessly.test(said)
  if (unclear) warnings.push(say('unclearChoice', { choice: said.slice(0, 80) }))
  return { named, confidential, unclear }
}

/** Finds the meaning of a row; nothing of it is dropped. */
export function understand(row: Row, columns: Columns, groups: ReadonlySet<string>): Submission {
  const warnings = [...row.warnings]
  const tell = told(row, columns)
  const at = instantOf(tell('date'), warnings)
  const { eaten: eatenIn, ...who } = nameAndId(tell, warnings)
  const unread: Field[] = [...(at ? [] : ['date' as const]), ...eatenIn]
  return {
    kind: kindOf(tell, warnings),
    ...who,
    text: wordsOf(tell('text') ?? '', warnings),
    answers: answersOf(tell, columns, warnings),
    language: languageOf(tell('language'), warnings),
    group: groupNamed(tell('group') ?? '', groups),
    originalGroup: tell('group'),
    country: tell('country'),
    organisation: tell('organisation'),
    capacity: capacities.find((one) => one === tell('capacity')),
    interests: interestsOf(tell('interests')),
    signatories: signatoriesOf(tell('signatories')),
    at,
    attachments: attachmentsOf(tell('attachments') ?? ''),
    ...choiceOf(tell('publication'), warnings),
    rest: restOf(row, columns, unread),
    warnings,
  }
}
