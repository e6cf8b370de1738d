import { cleanText } from '../../platform/text/index.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import { type Capacity, capacities } from '../comments/model.ts'
import type { Columns, Field } from './columns.ts'
import { groupNamed } from './groups.ts'
import type { Row } from './model.ts'
import type { NumberedAnswer } from './own-export.ts'
import { plainText } from './plain-text.ts'
import { say } from './words.ts'

/** A row with its meaning found: what the docket has a place for, and the rest beside it. */
export interface Submission {
  kind: 'submission' | 'notice'
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
  at: Instant | undefined
  attachments: readonly string[]
  named: boolean
  rest: Readonly<Record<string, string>>
  warnings: readonly string[]
}

const UNDETERMINED = 'und'
/** The object ids of US dockets stand in a column called `name`. */
const objectId = /^[0-9a-f]{16}$/i

function languageOf(words: string | undefined, warnings: string[]): string {
  if (!words) return UNDETERMINED
  try {
    return Intl.getCanonicalLocales(words.replaceAll('_', '-'))[0] ?? UNDETERMINED
  } catch {
    warnings.push(say('noLanguage', { words }))
    return UNDETERMINED
  }
}

/** Dates of other dockets: ISO 8601, or `2026/02/03 23:59:55`, which names no zone and is read as UTC. */
function instantOf(words: string | undefined, warnings: string[]): Instant | undefined {
  if (!words) return undefined
  const [, day, time] = /^(\d{4}[-/]\d{2}[-/]\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(words) ?? []
  const instant = parseInstant(day && time ? `${day.replaceAll('/', '-')}T${time}Z` : words)
  if (!instant) warnings.push(say('noDate', { words }))
  return instant
}

function fileName(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry]
  const name = typeof entry === 'object' && entry !== null && 'fileName' in entry ? entry.fileName : undefined
  return typeof name === 'string' ? [name] : []
}

/** Names of files that came with a comment elsewhere: a JSON list, or addresses with commas between. */
function attachmentsOf(words: string): string[] {
  if (words === '') return []
  if (!words.startsWith('[')) return words.split(',').map((one) => one.trim())
  try {
    const list: unknown = JSON.parse(words)
    return Array.isArray(list) ? list.flatMap(fileName) : [words]
  } catch {
    return [words]
  }
}

function wordsOf(raw: string, warnings: string[]): string {
  const { text, replaced } = cleanText(plainText(raw))
  for (const { what, count } of replaced)
    warnings.push(say('replaced', { what: what.replace(/^lone-/, ''), count }))
  return text.trim()
}

type Told = (field: Field) => string | undefined

function told(row: Row, columns: Columns): Told {
  return (field) => row.cells.get(columns.get(field) ?? '')?.trim() || undefined
}

function nameAndId(tell: Told): { originalId: string | undefined; name: string | undefined } {
  const id = tell('id')
  const name = tell('name')
  if (!id && name && objectId.test(name)) return { originalId: name, name: undefined }
  return {
    originalId: id,
    name: name ?? ([tell('first-name'), tell('last-name')].filter(Boolean).join(' ') || undefined),
  }
}

/** What no field takes, under its column's name; a date that could not be read among it. */
function restOf(row: Row, columns: Columns, dateRead: boolean): Record<string, string> {
  const taken = new Set(
    [...columns].flatMap(([field, name]) => (field === 'date' && !dateRead ? [] : [name])),
  )
  return Object.fromEntries([...row.cells].filter(([name, value]) => value !== '' && !taken.has(name)))
}

/** Of our own export a row without words is none to take over: the comment was withheld or withdrawn there. */
function kindOf(tell: Told, warnings: string[]): Submission['kind'] {
  const state = tell('state')
  if (state !== undefined && state !== 'posted') {
    warnings.push(say('notPosted', { state }))
    return 'notice'
  }
  return /public submission/i.test(tell('kind') ?? 'public submission') ? 'submission' : 'notice'
}

function answersOf(cell: string | undefined, warnings: string[]): NumberedAnswer[] {
  const answers = cell === undefined ? [] : (JSON.parse(cell) as NumberedAnswer[])
  return answers.map(({ question, text }) => ({ question, text: wordsOf(text, warnings) }))
}

/** Finds the meaning of a row; nothing of it is dropped. */
export function understand(row: Row, columns: Columns, groups: ReadonlySet<string>): Submission {
  const warnings = [...row.warnings]
  const tell = told(row, columns)
  const at = instantOf(tell('date'), warnings)
  return {
    kind: kindOf(tell, warnings),
    ...nameAndId(tell),
    text: wordsOf(tell('text') ?? '', warnings),
    answers: answersOf(tell('answers'), warnings),
    language: languageOf(tell('language'), warnings),
    group: groupNamed(tell('group') ?? '', groups),
    originalGroup: tell('group'),
    country: tell('country'),
    organisation: tell('organisation'),
    capacity: capacities.find((one) => one === tell('capacity')),
    at,
    attachments: attachmentsOf(tell('attachments') ?? ''),
    named: !/anonym/i.test(tell('publication') ?? ''),
    rest: restOf(row, columns, at !== undefined),
    warnings,
  }
}
