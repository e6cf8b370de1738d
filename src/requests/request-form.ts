import { wallClockIn } from '../platform/i18n/index.ts'
import { after, type Instant } from '../platform/time.ts'
import type { Process } from '../processes/index.ts'
import type { RequestForComment } from './model.ts'
import type { RequestForm } from './schemas.ts'

const DAY = 86_400_000
const emptyQuestion = { text: '', hint: '', issues: [], priority: '' as const, asksForIssues: '' as const }
const spare = (rows: number) => Array.from({ length: rows }, () => emptyQuestion)

/** A new request opens and closes with the comments stage of its process, where that still lies ahead. */
export function emptyForm({ stages, zone }: Process, now: Instant): RequestForm {
  const comments = stages.find((stage) => stage.name === 'comments')
  const opens = comments && comments.opens > now ? comments.opens : now
  const deadline = comments && comments.closes > opens ? comments.closes : after(opens, 60 * DAY)
  return {
    docket: '',
    title: '',
    notice: '',
    language: 'en',
    zone,
    opens: wallClockIn(zone, opens),
    deadline: wallClockIn(zone, deadline),
    questions: spare(3),
    act: 'save',
  }
}

const boxOf = (ticked: boolean | undefined) => (ticked ? ('yes' as const) : ('' as const))

export function formOf({ docket, title, notice, language, ...request }: RequestForComment): RequestForm {
  const { at, zone } = request.deadline
  const questions = request.questions.map(({ text, hint, issues, priority, asksForIssues }) => ({
    text,
    hint,
    issues: issues.map((issue) => issue.id as string),
    priority: boxOf(priority),
    asksForIssues: boxOf(asksForIssues),
  }))
  return {
    ...{ docket, title, notice, language, zone },
    opens: wallClockIn(zone, request.opensAt),
    deadline: wallClockIn(zone, at),
    questions: [...questions, emptyQuestion],
    act: 'save',
  }
}

export function withMoreQuestions(form: RequestForm): RequestForm {
  return { ...form, questions: [...form.questions, ...spare(3)] }
}

type Fields = Record<string, unknown>
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value : [])

/** Boxes that nobody ticked are not sent, and one that was comes alone: the schema meets one form of each. */
export function withBoxes(sent: unknown): unknown {
  const body = (sent ?? {}) as Fields
  const questions = rows(body['questions']).map((row) => ({
    ...row,
    issues: [row['issues'] ?? []].flat(),
    priority: row['priority'] ?? '',
    asksForIssues: row['asksForIssues'] ?? '',
  }))
  return { ...body, questions }
}

const plainFields = ['docket', 'title', 'notice', 'language', 'zone', 'opens', 'deadline', 'act'] as const

/** Whatever was sent, as the form can show it again: no word is lost because another was wrong. */
export function keptForm(sent: unknown): RequestForm {
  const body = (sent ?? {}) as Fields
  const form = {
    ...Object.fromEntries(plainFields.map((name) => [name, text(body[name])])),
    questions: rows(body['questions']).map((row) => ({
      text: text(row['text']),
      hint: text(row['hint']),
      issues: [row['issues'] ?? []].flat().map(text),
      priority: boxOf(row['priority'] === 'yes'),
      asksForIssues: boxOf(row['asksForIssues'] === 'yes'),
    })),
  }
  return form as RequestForm
}
