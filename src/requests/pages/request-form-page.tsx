import {
  Button,
  Checkboxes,
  Document,
  ErrorSummary,
  Fieldset,
  Input,
  Select,
  Textarea,
  ZoneSelect,
} from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Issue, type Process, useProcessBand } from '../../processes/index.ts'
import { languages } from '../languages.ts'
import type { RequestForm } from '../schemas.ts'
import { type WordKey, words } from '../words.ts'

export interface RequestFormPageProps {
  form: RequestForm
  process: Process
  now: Instant
  /** The docket number of the draft being edited; none while it is made. */
  edited?: string
  problems?: ReadonlyMap<string, WordKey>
}

interface Told {
  form: RequestForm
  problem: (field: string) => string | undefined
}

export function RequestFormPage({ form, process, now, edited, problems = new Map() }: RequestFormPageProps) {
  const t = useWords(words)
  const sentence = (field: string, key: WordKey) => t(key, { field, docket: form.docket })
  const problem = (field: string) => {
    const key = problems.get(field)
    return key && sentence(field, key)
  }
  const title = edited ? t('formEdit', { docket: edited }) : t('formNew')
  const here = edited ? `/requests/${edited}/edit` : `/processes/${process.slug}/requests`
  const back = edited ? `/requests/${edited}` : `/processes/${process.slug}`
  return (
    <Document
      title={title}
      problems={problems.size > 0}
      process={useProcessBand(process, now)}
      back={{ href: back }}
      unlisted
    >
      {problems.size > 0 && (
        <ErrorSummary
          problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: sentence(field, key) }))}
        />
      )}
      <h1>{title}</h1>
      <p>{t('formIntro')}</p>
      <form method="post" action={here} noValidate>
        <Texts form={form} problem={problem} />
        {edited ? (
          <input type="hidden" name="docket" value={form.docket} />
        ) : (
          <DocketField form={form} problem={problem} prefix={process.docketPrefix} now={now} />
        )}
        <Questions form={form} problem={problem} issues={process.issues} />
        <Dates form={form} problem={problem} />
        <Button name="act" value="save">
          {edited ? t('saveEdit') : t('saveNew')}
        </Button>
      </form>
    </Document>
  )
}

function Texts({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <>
      <Input
        name="title"
        label={t('titleLabel')}
        hint={t('titleHint')}
        value={form.title}
        error={problem('title')}
      />
      <Textarea
        name="notice"
        label={t('noticeLabel')}
        hint={t('noticeHint')}
        rows={12}
        value={form.notice}
        error={problem('notice')}
      />
      <Select
        name="language"
        label={t('languageLabel')}
        options={languages}
        value={form.language}
        error={problem('language')}
      />
    </>
  )
}

function DocketField({ form, problem, prefix, now }: Told & { prefix: string; now: Instant }) {
  const t = useWords(words)
  const year = String(now.getUTCFullYear())
  return (
    <Input
      name="docket"
      label={t('docketLabel')}
      hint={t('docketHint', { prefix, year })}
      optional
      width={20}
      value={form.docket}
      error={problem('docket')}
      spellcheck={false}
    />
  )
}

function Questions({ form, problem, issues }: Told & { issues: readonly Issue[] }) {
  const t = useWords(words)
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{t('questions')}</h2>
      <p class="govuk-hint">{t('questionsHint')}</p>
      {form.questions.map((question, at) => (
        <QuestionFields key={at} {...{ question, at, problem, issues }} />
      ))}
      <Button kind="secondary" name="act" value="add-question">
        {t('addQuestion')}
      </Button>
    </section>
  )
}

interface QuestionProps extends Pick<Told, 'problem'> {
  question: RequestForm['questions'][number]
  at: number
  issues: readonly Issue[]
}

function QuestionFields({ question, at, problem, issues }: QuestionProps) {
  const t = useWords(words)
  const field = (name: string) => ({
    name: `questions.${at}.${name}`,
    error: problem(`questions.${at}.${name}`),
  })
  return (
    <Fieldset legend={t('questionLegend', { number: at + 1 })} legendClass="govuk-fieldset__legend--m">
      <Textarea {...field('text')} label={t('questionText')} rows={2} value={question.text} />
      <Input {...field('hint')} label={t('questionHint')} optional value={question.hint} />
      {issues.length > 0 && (
        <Checkboxes
          {...field('issues')}
          class="govuk-checkboxes--small"
          legend={t('questionIssues')}
          optional
          items={issues.map(({ id, number, title }) => ({
            value: id,
            text: t('questionIssue', { number, title }),
          }))}
          values={question.issues}
        />
      )}
      <Checkboxes
        {...field('priority')}
        class="govuk-checkboxes--small"
        items={[{ value: 'yes', text: t('questionPriority') }]}
        values={[question.priority]}
      />
      <Checkboxes
        {...field('asksForIssues')}
        class="govuk-checkboxes--small"
        items={[{ value: 'yes', text: t('questionAsksForIssues'), hint: t('questionAsksForIssuesHint') }]}
        values={[question.asksForIssues]}
      />
    </Fieldset>
  )
}

function Dates({ form, problem }: Told) {
  const t = useWords(words)
  const time = (name: 'opens' | 'deadline') => ({
    name,
    type: 'datetime-local' as const,
    hint: t('timeHint'),
    width: 20 as const,
    value: form[name],
    error: problem(name),
  })
  return (
    <section aria-labelledby="dates-title">
      <h2 id="dates-title">{t('dates')}</h2>
      <ZoneSelect
        name="zone"
        label={t('zoneLabel')}
        hint={t('zoneHint')}
        value={form.zone}
        error={problem('zone')}
      />
      <Input {...time('opens')} label={t('opensLabel')} />
      <Input {...time('deadline')} label={t('deadlineLabel')} />
    </section>
  )
}
