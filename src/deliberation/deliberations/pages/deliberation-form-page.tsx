import {
  Button,
  Document,
  ErrorSummary,
  Fieldset,
  Input,
  Radios,
  Select,
  Textarea,
  ZoneSelect,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { languages, type RequestForComment } from '../../../requests/index.ts'
import { deliberationAddress, electorates, LONGEST_INTRO, LONGEST_TITLE, MOST_ALLOWED } from '../model.ts'
import type { DeliberationProblems } from '../plan-deliberation.ts'
import type { DeliberationForm } from '../schemas.ts'
import { words } from '../words.ts'

export interface DeliberationFormPageProps {
  form: DeliberationForm
  process: Process
  requests: readonly RequestForComment[]
  now: Instant
  /** The number of the draft being edited; none while it is made. */
  edited?: number | undefined
  problems?: DeliberationProblems | undefined
}

interface Told {
  form: DeliberationForm
  problem(field: string): string | undefined
}

const limits: Record<string, number> = { title: LONGEST_TITLE, intro: LONGEST_INTRO, allowed: MOST_ALLOWED }

export function DeliberationFormPage(props: DeliberationFormPageProps) {
  const { form, process, now, edited, problems = new Map() } = props
  const t = useWords(words)
  const problem = (field: string) => {
    const key = problems.get(field)
    return key && t(key, { limit: limits[field] ?? 0 })
  }
  const list = `/processes/${process.slug}/deliberations`
  const title = t(edited ? 'editTitle' : 'newTitle')
  return (
    <Document
      title={title}
      problems={problems.size > 0}
      process={useProcessBand(process, now)}
      back={{ href: edited ? deliberationAddress(process.slug, edited) : list }}
      unlisted
    >
      {problems.size > 0 && (
        <ErrorSummary
          problems={[...problems.keys()].map((field) => ({ href: `#${field}`, text: problem(field) ?? '' }))}
        />
      )}
      <h1>{title}</h1>
      <p>{t('formIntro')}</p>
      <form
        method="post"
        action={edited ? `${deliberationAddress(process.slug, edited)}/edit` : list}
        noValidate
      >
        <Texts {...{ form, problem }} />
        <About {...props} problem={problem} />
        <When {...{ form, problem }} />
        <Who {...{ form, problem }} />
        <Button>{t('saveDraft')}</Button>
      </form>
    </Document>
  )
}

function Texts({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <>
      <Input name="title" label={t('title')} value={form.title} error={problem('title')} />
      <Textarea
        name="intro"
        label={t('intro')}
        hint={t('introHint')}
        rows={6}
        value={form.intro}
        error={problem('intro')}
      />
      <Select
        name="language"
        label={t('language')}
        options={languages}
        value={form.language}
        error={problem('language')}
      />
    </>
  )
}

function About({ form, problem, process, requests }: DeliberationFormPageProps & Told) {
  const t = useWords(words)
  return (
    <>
      {requests.length > 0 && (
        <Select
          name="request"
          label={t('request')}
          optional
          options={[
            { value: '', text: t('none') },
            ...requests.map(({ docket, title }) => ({ value: docket, text: `${docket}: ${title}` })),
          ]}
          value={form.request}
          error={problem('request')}
        />
      )}
      {process.issues.length > 0 && (
        <Select
          name="issue"
          label={t('issue')}
          optional
          options={[
            { value: '', text: t('none') },
            ...process.issues.map(({ number, title }) => ({
              value: String(number),
              text: `${number}. ${title}`,
            })),
          ]}
          value={form.issue}
          error={problem('issue')}
        />
      )}
    </>
  )
}

function When({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <Fieldset legend={t('when')} legendClass="govuk-fieldset__legend--m">
      <ZoneSelect name="zone" label={t('zone')} value={form.zone} error={problem('zone')} />
      <Input
        name="opens"
        type="datetime-local"
        label={t('opens')}
        value={form.opens}
        error={problem('opens')}
      />
      <Input
        name="closes"
        type="datetime-local"
        label={t('closes')}
        hint={t('closesHint')}
        value={form.closes}
        error={problem('closes')}
      />
    </Fieldset>
  )
}

function Who({ form, problem }: Told) {
  const t = useWords(words)
  const list = (
    <Textarea
      name="allowed"
      label={t('allowed')}
      hint={t('allowedHint')}
      rows={8}
      value={form.allowed}
      error={problem('allowed')}
    />
  )
  return (
    <Radios
      name="electorate"
      legend={t('electorate')}
      legendClass="govuk-fieldset__legend--m"
      hint={t('electorateHint')}
      value={form.electorate}
      error={problem('electorate')}
      items={electorates.map((value) => ({
        value,
        text: t(`electorate-${value}`),
        hint: t(`electorateMeans-${value}`),
        ...(value === 'allow-list' && { conditional: list }),
      }))}
    />
  )
}
