import type { Organisation } from '../participants/index.ts'
import { isZone } from '../platform/i18n/index.ts'
import { newId, parseId } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import {
  type Issue,
  type IssueId,
  isSlug,
  type Process,
  prefixFrom,
  type Stage,
  slugFrom,
  takenAddresses,
} from './model.ts'
import { readTime } from './read-time.ts'
import type { ProcessForm } from './schemas.ts'
import type { WordKey } from './words.ts'

/** What is wrong with a form: the sentence's key, by the field it stands at. */
export type ProcessProblems = ReadonlyMap<string, WordKey>

/** What a plan starts from: the process as it stands, or what a new one is given. */
export type PlannedFrom = Pick<Process, 'id' | 'createdAt' | 'publishedAt' | 'issues'> & {
  organisations: readonly Organisation[]
  /** What the form names as the issue that opens it, where there is such an issue. */
  parentIssue?: IssueId | undefined
}

export type Planned = { process: Process } | { problems: ProcessProblems }

/** Reads the form as a process, or says what is wrong, field by field. */
export function planProcess(form: ProcessForm, from: PlannedFrom): Planned {
  const problems = new Map<string, WordKey>()
  const { organisations, ...facts } = from
  const convenor = organisations.find((organisation) => organisation.id === form.convenor)
  const process = {
    ...facts,
    name: needed(form.name, 'name', 'nameMissing', problems),
    slug: form.slug.trim() || slugFrom(form.name),
    scope: needed(form.scope, 'scope', 'scopeMissing', problems),
    outcomeCharacter: form.outcomeCharacter,
    binding: form.binding,
    convenor: convenor?.id,
    docketPrefix: form.docketPrefix.trim().toUpperCase() || prefixFrom(convenor?.name ?? form.name),
    zone: form.zone.trim(),
    stages: planStages(form, problems),
    issues: planIssues(form, from, problems),
  }
  const mayFollow = form.slug.trim() === '' && process.name === ''
  const slugProblem = mayFollow ? undefined : problemOfSlug(process.slug)
  if (slugProblem) problems.set('slug', slugProblem)
  if (!/^(?=.{1,20}$)[A-Z0-9]+(-[A-Z0-9]+)*$/.test(process.docketPrefix))
    problems.set('docketPrefix', 'prefixForm')
  if (form.parent && from.parentIssue === undefined) problems.set('name', 'parentUnknown')
  return problems.size > 0 ? { problems } : { process }
}

function problemOfSlug(slug: string): WordKey | undefined {
  if (takenAddresses.includes(slug)) return 'slugOfAPage'
  return isSlug(slug) ? undefined : 'slugForm'
}

function needed(text: string, field: string, missing: WordKey, problems: Map<string, WordKey>): string {
  const trimmed = text.trim()
  if (trimmed === '') problems.set(field, missing)
  return trimmed
}

/** Each stage opens at the very instant the one before it closes. */
function planStages(form: ProcessForm, problems: Map<string, WordKey>): Stage[] {
  const zone = form.zone.trim()
  if (!isZone(zone)) {
    problems.set('zone', 'zoneUnknown')
    return []
  }
  let opens = readTime(zone, form.opens)
  if (typeof opens === 'string') problems.set('opens', opens)
  return form.stages.flatMap(({ name, title, what, closes: text }, at) => {
    needed(title, `stages.${at}.title`, 'stageTitleMissing', problems)
    const closes = readTime(zone, text)
    const before = opens
    opens = closes
    if (typeof closes === 'string') problems.set(`stages.${at}.closes`, closes)
    if (typeof closes === 'string' || typeof before === 'string') return []
    if (closes <= before) problems.set(`stages.${at}.closes`, 'stageOrder')
    return [{ name, title: title.trim(), what: what.trim(), opens: before, closes }]
  })
}

function planIssues(form: ProcessForm, from: PlannedFrom, problems: Map<string, WordKey>): Issue[] {
  const known = new Set(from.issues.map((issue) => issue.id))
  const rows = form.issues
    .map((row, at) => ({ ...row, at, title: row.title.trim(), description: row.description.trim() }))
    .filter((row) => row.title !== '' || row.description !== '')
  return rows.map(({ id: sent, at, title, description }, position) => {
    if (title === '') problems.set(`issues.${at}.title`, 'issueTitleMissing')
    const id = parseId<'issue'>(sent)
    return { id: idOf(id, known, from.createdAt), number: position + 1, title, description }
  })
}

/** An id that came with the form counts only if it is one of this process. */
function idOf(sent: IssueId | undefined, known: ReadonlySet<IssueId>, at: Instant): IssueId {
  return sent !== undefined && known.has(sent) ? sent : newId<'issue'>(at.getTime())
}
