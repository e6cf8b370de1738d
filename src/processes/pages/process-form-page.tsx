import type { Organisation } from '../../participants/index.ts'
import {
  Button,
  Document,
  ErrorSummary,
  Fieldset,
  Input,
  InsetText,
  Radios,
  Select,
  Textarea,
  ZoneSelect,
} from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { IssueHome } from '../model.ts'
import { outcomeCharacters, type TemplateName } from '../model.ts'
import type { ProcessForm } from '../schemas.ts'
import { type WordKey, words } from '../words.ts'

export interface ProcessFormPageProps {
  form: ProcessForm
  /** The process being edited; none while it is made. */
  edited?: { slug: string; name: string }
  organisations: readonly Organisation[]
  problems?: ReadonlyMap<string, WordKey>
  /** The pattern it starts from; none once something was sent. */
  template?: TemplateName | undefined
  /** The issue that opens it. */
  parent?: IssueHome | undefined
}

type Told = Pick<ProcessFormPageProps, 'form'> & { problem: (field: string) => string | undefined }

export function ProcessFormPage(props: ProcessFormPageProps) {
  const { form, edited, organisations, problems = new Map(), template, parent } = props
  const t = useWords(words)
  const sentence = (field: string, key: WordKey) => t(key, { field })
  const problem = (field: string) => {
    const key = problems.get(field)
    return key && sentence(field, key)
  }
  const title = edited ? t('formEdit', { name: edited.name }) : t('formNew')
  const back = edited ? `/processes/${edited.slug}` : '/processes'
  return (
    <Document title={title} problems={problems.size > 0} back={{ href: back }} unlisted>
      {problems.size > 0 && (
        <ErrorSummary
          problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: sentence(field, key) }))}
        />
      )}
      <h1>{title}</h1>
      {template ? <Pattern template={template} parent={parent} /> : <p>{t('formNewIntro')}</p>}
      {parent && <OpenedBy {...parent} />}
      <form method="post" action={edited ? `/processes/${edited.slug}/edit` : '/processes'} noValidate>
        {form.parent && <input type="hidden" name="parent" value={form.parent} />}
        <Names form={form} problem={problem} fixed={edited !== undefined} />
        <OutcomeFields form={form} problem={problem} />
        <ConvenorFields form={form} problem={problem} organisations={organisations} />
        <Issues form={form} problem={problem} />
        <Stages form={form} problem={problem} />
        <Button name="act" value="save">
          {edited ? t('saveEdit') : t('saveNew')}
        </Button>
      </form>
    </Document>
  )
}

function Pattern({ template, parent }: Pick<ProcessFormPageProps, 'parent'> & { template: TemplateName }) {
  const t = useWords(words)
  const asked = parent ? `?issue=${parent.issue.id}` : ''
  return (
    <p>
      {t('formPattern', { name: t(`pattern-${template}`) })}{' '}
      <a href={`/processes/patterns${asked}`}>{t('formPatternOther')}</a>
    </p>
  )
}

function OpenedBy({ issue, process }: IssueHome) {
  const t = useWords(words)
  return (
    <InsetText>
      {t('formOpenedBy', { number: issue.number, title: issue.title, name: process.name })}
    </InsetText>
  )
}

function Names({ form, problem, fixed }: Told & { fixed: boolean }) {
  const t = useWords(words)
  return (
    <>
      <Input name="name" label={t('name')} hint={t('nameHint')} value={form.name} error={problem('name')} />
      {fixed ? (
        <input type="hidden" name="slug" value={form.slug} />
      ) : (
        <Input
          name="slug"
          label={t('slug')}
          hint={t('slugHint')}
          optional
          value={form.slug}
          error={problem('slug')}
          spellcheck={false}
        />
      )}
      <Textarea
        name="scope"
        label={t('scopeLabel')}
        hint={t('scopeHint')}
        rows={8}
        value={form.scope}
        error={problem('scope')}
      />
    </>
  )
}

function OutcomeFields({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <>
      <Radios
        name="outcomeCharacter"
        legend={t('outcomeCharacter')}
        legendClass="govuk-fieldset__legend--s"
        items={outcomeCharacters.map((value) => ({ value, text: t(value) }))}
        value={form.outcomeCharacter}
        error={problem('outcomeCharacter')}
      />
      <Radios
        name="binding"
        legend={t('binding')}
        legendClass="govuk-fieldset__legend--s"
        items={[
          { value: 'voluntary', text: t('bindingVoluntary') },
          { value: 'standard', text: t('bindingStandard') },
          { value: 'law', text: t('bindingLaw') },
        ]}
        value={form.binding}
        error={problem('binding')}
      />
    </>
  )
}

function ConvenorFields({
  form,
  problem,
  organisations,
}: Told & Pick<ProcessFormPageProps, 'organisations'>) {
  const t = useWords(words)
  const options = organisations.map(({ id, name }) => ({ value: id as string, text: name }))
  return (
    <>
      <Select
        name="convenor"
        label={t('convenor')}
        hint={t('convenorHint')}
        options={[{ value: '', text: t('convenorNone') }, ...options]}
        value={form.convenor}
      />
      <Input
        name="docketPrefix"
        label={t('docketPrefix')}
        hint={t('docketPrefixHint')}
        optional
        width={20}
        value={form.docketPrefix}
        error={problem('docketPrefix')}
      />
    </>
  )
}

function Issues({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <section aria-labelledby="issues-title">
      <h2 id="issues-title">{t('issues')}</h2>
      <p class="govuk-hint">{t('issuesHint')}</p>
      {form.issues.map((issue, at) => (
        <Fieldset
          key={at}
          legend={t('issueLegend', { number: at + 1 })}
          legendClass="govuk-fieldset__legend--s"
        >
          <input type="hidden" name={`issues.${at}.id`} value={issue.id} />
          <Input
            name={`issues.${at}.title`}
            label={t('issueTitle')}
            value={issue.title}
            error={problem(`issues.${at}.title`)}
          />
          <Textarea
            name={`issues.${at}.description`}
            label={t('issueDescription')}
            optional
            rows={2}
            value={issue.description}
            error={problem(`issues.${at}.description`)}
          />
        </Fieldset>
      ))}
      <Button kind="secondary" name="act" value="add-issue">
        {t('addIssue')}
      </Button>
    </section>
  )
}

function Stages({ form, problem }: Told) {
  const t = useWords(words)
  return (
    <section aria-labelledby="stages-title">
      <h2 id="stages-title">{t('stages')}</h2>
      <ZoneSelect
        name="zone"
        label={t('zone')}
        hint={t('zoneHint')}
        value={form.zone}
        error={problem('zone')}
      />
      <Input
        name="opens"
        type="datetime-local"
        label={t('opens')}
        hint={t('timeHint')}
        width={20}
        value={form.opens}
        error={problem('opens')}
      />
      {form.stages.map((stage, at) => (
        <StageFields key={at} stage={stage} at={at} problem={problem} />
      ))}
    </section>
  )
}

interface StageProps extends Pick<Told, 'problem'> {
  stage: ProcessForm['stages'][number]
  at: number
}

function StageFields({ stage, at, problem }: StageProps) {
  const t = useWords(words)
  const field = (name: string) => ({
    name: `stages.${at}.${name}`,
    error: problem(`stages.${at}.${name}`),
  })
  return (
    <Fieldset
      legend={t('stageLegend', { number: at + 1, title: stage.title })}
      legendClass="govuk-fieldset__legend--s"
    >
      <input type="hidden" name={`stages.${at}.name`} value={stage.name} />
      <Input {...field('title')} label={t('stageTitle')} value={stage.title} />
      <Textarea {...field('what')} label={t('stageWhat')} rows={2} value={stage.what} />
      <Input
        {...field('closes')}
        type="datetime-local"
        label={t('stageCloses')}
        width={20}
        value={stage.closes}
      />
    </Fieldset>
  )
}
