import { isZone } from '../platform/i18n/index.ts'
import { newId } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import { type Issue, readTime } from '../processes/index.ts'
import type { PlannedRequest } from './draft-request.ts'
import { isLanguage } from './languages.ts'
import { isDocketNumber, type Question, type RequestForComment } from './model.ts'
import type { RequestForm } from './schemas.ts'
import type { WordKey } from './words.ts'

/** What is wrong with a form: the sentence's key, by the field it stands at. */
export type RequestProblems = ReadonlyMap<string, WordKey>
export type Planned = { request: PlannedRequest } | { problems: RequestProblems }

type Found = Map<string, WordKey>

/** Reads a wall-clock time, or notes what is wrong with it: an unknown zone once, not at every time. */
export function planTime(
  zone: string,
  text: string,
  field: string,
  missing: WordKey,
  problems: Found,
): Instant | undefined {
  if (!isZone(zone)) {
    problems.set('zone', 'zoneUnknown')
    return undefined
  }
  const instant = readTime(zone, text)
  if (typeof instant !== 'string') return instant
  problems.set(field, instant === 'timeMissing' ? missing : instant)
  return undefined
}

function needed(text: string, field: string, missing: WordKey, problems: Found): string {
  const trimmed = text.trim()
  if (trimmed === '') problems.set(field, missing)
  return trimmed
}

export type PlannedFrom = Pick<RequestForComment, 'id' | 'processId' | 'processSlug' | 'createdAt' | 'papers'>

/** Reads the form as a draft, or says what is wrong, field by field. */
export function planRequest(
  form: RequestForm,
  from: PlannedFrom,
  issues: readonly Issue[],
  now: Instant,
): Planned {
  const problems: Found = new Map()
  const docket = form.docket.trim() || undefined
  if (docket !== undefined && !isDocketNumber(docket)) problems.set('docket', 'docketForm')
  const title = needed(form.title, 'title', 'titleMissing', problems)
  const notice = needed(form.notice, 'notice', 'noticeMissing', problems)
  if (!isLanguage(form.language)) problems.set('language', 'languageUnknown')
  const questions = planQuestions(form, issues, from, problems)
  const dates = planDates(form, now, problems)
  if (problems.size > 0 || !dates) return { problems }
  const facts = { id: from.id, processId: from.processId, processSlug: from.processSlug }
  const rest = { createdAt: from.createdAt, publishedAt: undefined, papers: from.papers, minutes: 1 }
  return {
    request: { ...facts, ...rest, ...dates, docket, title, notice, language: form.language, questions },
  }
}

function planDates(form: RequestForm, now: Instant, problems: Found) {
  const zone = form.zone.trim()
  const opensAt = planTime(zone, form.opens, 'opens', 'opensMissing', problems)
  const at = planTime(zone, form.deadline, 'deadline', 'deadlineMissing', problems)
  if (!opensAt || !at) return undefined
  if (at <= now) problems.set('deadline', 'deadlineGone')
  else if (at <= opensAt) problems.set('deadline', 'deadlineOrder')
  return { opensAt, deadline: { at, zone }, deadlines: [{ at, zone, reason: '', setAt: now }] }
}

const isFilled = ({ text, hint, issues, priority, asksForIssues }: RequestForm['questions'][number]) =>
  [text, hint, priority, asksForIssues].some((one) => one !== '') || issues.length > 0

function planQuestions(
  form: RequestForm,
  issues: readonly Issue[],
  { createdAt }: PlannedFrom,
  problems: Found,
): Question[] {
  const rows = form.questions
    .map((row, at) => ({ ...row, at, text: row.text.trim(), hint: row.hint.trim() }))
    .filter(isFilled)
  const second = rows.filter(({ asksForIssues }) => asksForIssues === 'yes')[1]
  if (second) problems.set(`questions.${second.at}.asksForIssues`, 'issuesAskedTwice')
  return rows.map(({ at, text, hint, issues: chosen, priority, asksForIssues }, position) => {
    if (text === '') problems.set(`questions.${at}.text`, 'questionTextMissing')
    const tied = issues.filter((issue) => chosen.includes(issue.id))
    if (tied.length < new Set(chosen).size) problems.set(`questions.${at}.issues`, 'issueUnknown')
    return {
      id: newId<'question'>(createdAt.getTime()),
      number: position + 1,
      text,
      hint,
      issues: tied.map(({ id, number, title }) => ({ id, number, title })),
      priority: priority === 'yes',
      ...(asksForIssues === 'yes' && { asksForIssues: true }),
    }
  })
}
