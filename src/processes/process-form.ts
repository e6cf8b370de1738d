import type { OrganisationId } from '../participants/index.ts'
import { defaultLocale, type Locale, wallClockIn } from '../platform/i18n/index.ts'
import { after, type Instant } from '../platform/time.ts'
import { type Process, type Stage, type TemplateName, templates } from './model.ts'
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
  return templates[template].stages.map(({ name, days }, at) => {
    const stage = {
      name,
      title: t(`${name}Title`),
      what: t(`${name}What`),
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
  { now, convenor }: { now: Instant; convenor: OrganisationId | undefined },
): ProcessForm {
  const { outcomeCharacter, binding } = templates[template]
  const zone = 'UTC'
  const stages = stagesFrom(template, { opens: fullHour(now) })
  const times = timesOf(stages, zone)
  const closing = times.stages.map((stage) => ({ ...stage, closes: `${stage.closes.slice(0, 10)}T17:00` }))
  const bare = { name: '', slug: '', scope: '', convenor: convenor ?? '', docketPrefix: '', zone }
  return { ...bare, outcomeCharacter, binding, ...times, stages: closing, issues: spare(3), act: 'save' }
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
