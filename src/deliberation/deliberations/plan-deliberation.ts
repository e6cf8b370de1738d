import { isZone, wallClockIn } from '../../platform/i18n/index.ts'
import { cleanText } from '../../platform/text/index.ts'
import { after, type Instant } from '../../platform/time.ts'
import { type Process, readTime } from '../../processes/index.ts'
import { isLanguage, type RequestForComment } from '../../requests/index.ts'
import {
  type Deliberation,
  electorates,
  LONGEST_INTRO,
  LONGEST_TITLE,
  MOST_ALLOWED,
  readAddresses,
} from './model.ts'
import type { DeliberationForm } from './schemas.ts'
import type { WordKey } from './words.ts'

export type DeliberationProblems = ReadonlyMap<string, WordKey>

export interface Planned {
  deliberation: Omit<Deliberation, 'number'>
  allowed: readonly string[]
}

export interface PlannedFrom {
  id: Deliberation['id']
  createdAt: Instant
  process: Process
  requests: readonly RequestForComment[]
}

type Found = Map<string, WordKey>

/** Reads the form as a deliberation, or says what is wrong, field by field. */
export function planDeliberation(
  form: DeliberationForm,
  { id, createdAt, process, requests }: PlannedFrom,
): Planned | { problems: DeliberationProblems } {
  const problems: Found = new Map()
  const electorate = electorates.find((one) => one === form.electorate)
  if (!electorate) problems.set('electorate', 'electorateMissing')
  if (!isLanguage(form.language)) problems.set('language', 'languageUnknown')
  const title = needed(form.title, 'title', LONGEST_TITLE, problems)
  const intro = needed(form.intro, 'intro', LONGEST_INTRO, problems)
  const times = planTimes(form, problems)
  const allowed = electorate === 'allow-list' ? planAllowed(form.allowed, problems) : []
  const about = planAbout(form, process, requests, problems)
  if (problems.size > 0 || !times || !electorate) return { problems }
  const { language } = form
  const facts = { id, createdAt, process: process.id, publishedAt: undefined, title, intro, language }
  return { deliberation: { ...facts, ...about, ...times, electorate }, allowed }
}

function needed(typed: string, field: 'title' | 'intro', limit: number, problems: Found): string {
  const text = cleanText(typed).text.trim()
  if (text === '') problems.set(field, `${field}Missing`)
  if (text.length > limit) problems.set(field, 'tooLong')
  return text
}

function planTimes({ zone, opens: from, closes: until }: DeliberationForm, problems: Found) {
  if (!isZone(zone)) {
    problems.set('zone', 'zoneUnknown')
    return undefined
  }
  const [opens, closes] = [readTime(zone, from), readTime(zone, until)]
  if (typeof opens === 'string') problems.set('opens', opens)
  if (typeof closes === 'string') problems.set('closes', closes)
  if (typeof opens === 'string' || typeof closes === 'string') return undefined
  if (closes <= opens) problems.set('closes', 'closesBeforeOpens')
  return { zone, opens, closes }
}

function planAllowed(text: string, problems: Found): readonly string[] {
  const { addresses, strange } = readAddresses(text)
  if (addresses.length === 0) problems.set('allowed', 'allowedMissing')
  if (addresses.length > MOST_ALLOWED) problems.set('allowed', 'allowedMany')
  if (strange.length > 0) problems.set('allowed', 'allowedStrange')
  return addresses
}

function planAbout(
  form: DeliberationForm,
  { issues }: Process,
  requests: readonly RequestForComment[],
  problems: Found,
) {
  const request = requests.find(({ docket }) => docket === form.request)
  const issue = issues.find(({ number }) => String(number) === form.issue)
  if (form.request !== '' && !request) problems.set('request', 'requestUnknown')
  if (form.issue !== '' && !issue) problems.set('issue', 'issueUnknown')
  return { request: request?.id, issue: issue?.id }
}

const DAY = 86_400_000
const HOUR = 3_600_000

/** A new one opens with the next full hour and stays open for three weeks. */
export function emptyForm({ zone }: Process, now: Instant): DeliberationForm {
  const opens = after(now, HOUR - (now.getTime() % HOUR))
  return {
    ...{
      title: '',
      intro: '',
      language: 'en',
      zone,
      electorate: 'anyone',
      allowed: '',
      request: '',
      issue: '',
    },
    opens: wallClockIn(zone, opens),
    closes: wallClockIn(zone, after(opens, 21 * DAY)),
  }
}

/** A draft as its form shows it again. */
export function formOf(
  one: Deliberation,
  { issues }: Process,
  requests: readonly RequestForComment[],
  allowed: readonly string[],
): DeliberationForm {
  const { title, intro, language, zone, electorate } = one
  return {
    ...{ title, intro, language, zone, electorate },
    allowed: allowed.join('\n'),
    opens: wallClockIn(zone, one.opens),
    closes: wallClockIn(zone, one.closes),
    request: requests.find(({ id }) => id === one.request)?.docket ?? '',
    issue: String(issues.find(({ id }) => id === one.issue)?.number ?? ''),
  }
}
