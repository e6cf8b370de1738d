import type { OrganisationId } from '../participants/index.ts'
import { defaultLocale, type Locale, wallClockIn } from '../platform/i18n/index.ts'
import { after, type Instant } from '../platform/time.ts'
import { type IssueHome, type Process, type Stage, type TemplateName, templates } from './model.ts'
import type { ProcessForm } from './schemas.ts'
import { words } from './words.ts'

const DAY = 86_400_000
const emptyIssue = { id: '', title: '', description: '' }
const spare = (rows: number) => Array.from({ length: rows }, () => emptyIssue)

/** The stages of a template one after another, in the words a convenor starts from; the first closes as given. */
export function stagesFrom(
  template: TemplateName,
  { opens, closes }: { opens: Instant; closes?: Instant },
  locale: Locale = defaultLocale,
): Stage[] {
  const t = words.in(locale)
  let next = opens
  return templates[template].stages.map(({ name, says, days }, at) => {
    const stage = {
      name,
      title: t(`${says}Title`),
      what: t(`${says}What`),
      opens: next,
      closes: at === 0 && closes ? closes : after(next, days * DAY),
    }
    next = stage.closes
    return stage
  })
}

const fullHour = (now: Instant) => after(now, -(now.getTime() % 3_600_000))

/** The form as a convenor first meets it; its stages close in the afternoon, at whatever hour it is opened. */
export function formFromTemplate(
  template: TemplateName,
  { now, opens, convenor }: { now: Instant; opens?: Instant; convenor: OrganisationId | undefined },
  locale: Locale = defaultLocale,
): ProcessForm {
  const { outcomeCharacter, binding } = templates[template]
  const zone = 'UTC'
  const stages = stagesFrom(template, { opens: opens ?? fullHour(now) }, locale)
  const times = timesOf(stages, zone)
  const closing = times.stages.map((stage) => ({ ...stage, closes: `${stage.closes.slice(0, 10)}T17:00` }))
  const bare = { name: '', slug: '', scope: '', convenor: convenor ?? '', docketPrefix: '', zone }
  return { ...bare, outcomeCharacter, binding, ...times, stages: closing, issues: spare(3), act: 'save' }
}

/** The form of a process that an issue opens: named after it, in the ways of the process it belongs to. */
export function formFromIssue(form: ProcessForm, { issue, process }: IssueHome, locale: Locale): ProcessForm {
  const { title, number, description } = issue
  const { name, slug, outcomeCharacter, binding, docketPrefix, zone } = process
  const t = words.in(locale)
  const scope = t('childScope', { title, number, name, address: `/processes/${slug}#issue-${number}` })
  return {
    ...form,
    ...{ outcomeCharacter, binding, docketPrefix, zone },
    name: title,
    scope: [description, scope].filter(Boolean).join('\n\n'),
    convenor: process.convenor ?? '',
    parent: issue.id,
  }
}

export function formOf(process: Process): ProcessForm {
  const { name, slug, scope, outcomeCharacter, binding, docketPrefix, zone } = process
  const issues = process.issues.map(({ id, title, description }) => ({ id, title, description }))
  const convenor = process.convenor ?? ''
  const facts = { name, slug, scope, outcomeCharacter, binding, convenor, docketPrefix, zone }
  return { ...facts, ...timesOf(process.stages, zone), issues: [...issues, emptyIssue], act: 'save' }
}

function timesOf(stages: readonly Stage[], zone: string) {
  return {
    opens: stages[0] ? wallClockIn(zone, stages[0].opens) : '',
    stages: stages.map(({ name, title, what, closes }) => ({
      name,
      title,
      what,
      closes: wallClockIn(zone, closes),
    })),
  }
}

export function withMoreIssues(form: ProcessForm): ProcessForm {
  return { ...form, issues: [...form.issues, ...spare(3)] }
}

const plainFields = [
  'name',
  'slug',
  'scope',
  'outcomeCharacter',
  'binding',
  'convenor',
  'docketPrefix',
  'zone',
  'opens',
  'parent',
  'act',
] as const

type Fields = Record<string, unknown>
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value : [])

/** Whatever was sent, as the form can show it again: no word is lost because another was wrong. */
export function keptForm(sent: unknown): ProcessForm {
  const body = (sent ?? {}) as Fields
  const form = {
    ...Object.fromEntries(plainFields.map((name) => [name, text(body[name])])),
    stages: rows(body['stages']).map((row) => ({
      name: text(row['name']),
      title: text(row['title']),
      what: text(row['what']),
      closes: text(row['closes']),
    })),
    issues: rows(body['issues']).map((row) => ({
      id: text(row['id']),
      title: text(row['title']),
      description: text(row['description']),
    })),
  }
  return form as ProcessForm
}
