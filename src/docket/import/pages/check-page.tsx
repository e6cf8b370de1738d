import type { ComponentChildren } from 'preact'
import type { StakeholderGroup } from '../../../participants/index.ts'
import {
  Button,
  Caption,
  Document,
  ErrorSummary,
  InsetText,
  Radios,
  Select,
  SummaryList,
  Time,
} from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { type Columns, type Field, MOST_COLUMNS, mappable } from '../columns.ts'
import type { Glance } from '../inspect.ts'
import type { Import } from '../jobs/kept-import.ts'
import { type Handling, naming, postings } from '../jobs/model.ts'
import type { UnreadRow } from '../model.ts'
import type { Submission } from '../understand.ts'
import { worded, words } from '../words.ts'
import { importAddress, importsAddress } from './address.ts'
import type { RequestProps } from './imports-page.tsx'

/** A page of more would be none that anyone fills in. */

export type CheckProblem = { kind: 'no-text' } | { kind: 'twice'; at: number; field: Field }

export interface CheckProps extends RequestProps {
  brought: Import
  glance: Glance
  /** Whether the file says itself what its cells mean. */
  plain: boolean
  told: Columns
  handling: Handling
  preview: readonly (Submission | UnreadRow)[]
  /** The import of the very same file, where it was brought before. */
  same?: Pick<Import, 'id' | 'broughtAt'> | undefined
  groups: readonly StakeholderGroup[]
  problems?: readonly CheckProblem[]
}

export function CheckPage(props: CheckProps) {
  const t = useWords(words)
  const { request, process, now, brought, problems = [] } = props
  const { docket } = request
  return (
    <Document
      title={t('checkTitle')}
      problems={problems.length > 0}
      process={useProcessBand(process, now, request)}
      back={{ href: importsAddress(docket), text: t('importsTitle') }}
      wide
      unlisted
    >
      {problems.length > 0 && <ErrorSummary problems={useProblems(props)} />}
      <Caption breakable>{brought.source}</Caption>
      <h1>{t('checkTitle')}</h1>
      <p class="govuk-body-l">{t('checkLead')}</p>
      {props.same && <SameBytes {...props} same={props.same} />}
      <form method="post" action={importAddress(docket, brought.id)} noValidate>
        {props.plain ? <p>{t('columnsKnown')}</p> : <ColumnChoices {...props} />}
        <Preview {...props} />
        <HandlingChoices {...props.handling} />
        <div class="govuk-button-group">
          <Button name="act" value="import">
            {t('doImport')}
          </Button>
          {!props.plain && (
            <Button kind="secondary" name="act" value="preview">
              {t('doPreview')}
            </Button>
          )}
          <Button kind="secondary" name="act" value="leave">
            {t('doLeave')}
          </Button>
        </div>
      </form>
    </Document>
  )
}

function SameBytes({ same, request }: RequestProps & { same: NonNullable<CheckProps['same']> }) {
  const t = useWords(words)
  const { docket, deadline } = request
  const when = <Time at={same.broughtAt} zone={deadline.zone} />
  const link = (text: ComponentChildren) => <a href={importAddress(docket, same.id)}>{text}</a>
  return <InsetText>{t.rich('sameBytes', { when, link })}</InsetText>
}

function useProblems({ problems = [] }: CheckProps) {
  const t = useWords(words)
  const name = useFieldName()
  return problems.map((problem) =>
    problem.kind === 'no-text'
      ? { href: '#column-0', text: t('problemNoText') }
      : { href: `#column-${problem.at}`, text: t('problemTwice', { field: name(problem.field) }) },
  )
}

function useFieldName() {
  const t = useWords(words)
  return (field: Field): string => {
    const number = /^question-(\d+)$/.exec(field)?.[1]
    return number
      ? t('field-question', { number })
      : t(`field-${field as (typeof mappable)[number]}` as 'field-text')
  }
}

function ColumnChoices({ glance: { columns, rows }, told, request, problems = [] }: CheckProps) {
  const t = useWords(words)
  const name = useFieldName()
  const fields: Field[] = [...request.questions.map(({ number }): Field => `question-${number}`), ...mappable]
  const options = [
    { value: '', text: t('field-none') },
    ...fields.map((one) => ({ value: one, text: name(one) })),
  ]
  const meaning = new Map([...told].map(([field, column]) => [column, field]))
  const wrong = new Map(problems.flatMap((one) => (one.kind === 'twice' ? [[one.at, one.field]] : [])))
  return (
    <>
      <h2>{t('columns')}</h2>
      <p>{t('columnsText')}</p>
      {columns.slice(0, MOST_COLUMNS).map((column, at) => (
        <Select
          key={column}
          name={`column-${at}`}
          label={<span class="parley-breakable">{column}</span>}
          labelClass="govuk-label--s"
          hint={<FirstValues rows={rows} column={column} />}
          error={wrong.has(at) ? t('problemTwiceHere') : undefined}
          options={options}
          value={wrong.get(at) ?? meaning.get(column) ?? ''}
        />
      ))}
      {columns.length > MOST_COLUMNS && <p>{t('columnsMore', { count: columns.length - MOST_COLUMNS })}</p>}
    </>
  )
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)} …` : text)

function FirstValues({ rows, column }: { rows: Glance['rows']; column: string }) {
  const t = useWords(words)
  const values = rows.flatMap((row) => ('failed' in row ? [] : [(row.cells.get(column) ?? '').trim()]))
  const said = [...new Set(values.filter((value) => value !== ''))].slice(0, 3)
  if (said.length === 0) return <>{t('columnEmpty')}</>
  return (
    <span class="parley-breakable">
      {t('columnValues', { values: said.map((one) => short(one, 60)).join(' · ') })}
    </span>
  )
}

function Preview({ preview, ...props }: CheckProps) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <>
      <h2>{t('preview')}</h2>
      <p>{t('previewText', { count: preview.length })}</p>
      {preview.map((one, at) => (
        <section key={at} class="parley-local" aria-label={t('previewRow', { number: at + 1 })}>
          <h3>{t('previewRow', { number: at + 1 })}</h3>
          {'failed' in one ? (
            <p>{t('willFail', { reason: worded(one.failed, locale) })}</p>
          ) : (
            <PreviewRow said={one} {...props} />
          )}
        </section>
      ))}
    </>
  )
}

function PreviewRow({ said, groups, handling }: Omit<CheckProps, 'preview'> & { said: Submission }) {
  const t = useWords(words)
  const locale = useLocale()
  const sender = [said.name, said.organisation].filter(Boolean).join(', ')
  const named = handling.names === 'shown' && said.named && !said.confidential
  const files = said.attachments.map(({ name }) => name).join(', ')
  const values: [string, string | undefined][] = [
    [t('kindOfRow'), said.kind === 'submission' ? undefined : t(`kind-${said.kind}`)],
    [t('field-id'), said.originalId],
    [t('sender'), sender === '' ? t('senderNone') : named ? sender : t('senderHidden', { sender })],
    [t('field-group'), groups.find(({ slug }) => slug === said.group)?.name ?? said.group],
    [t('field-country'), said.country],
    [t('field-date'), said.at?.toISOString().slice(0, 10)],
    [t('field-language'), said.language === 'und' ? undefined : said.language],
    ...said.answers.map(({ question, text }): [string, string] => [
      t('field-question', { number: question }),
      short(text, 300),
    ]),
    [t('field-text'), short(said.text, 300)],
    [t('field-attachments'), files],
    [t('publicationHere'), said.confidential ? t('confidentialHere') : undefined],
  ]
  const rows = values.flatMap(([term, value]) => (value ? [{ term, value, class: 'parley-breakable' }] : []))
  return (
    <>
      <SummaryList rows={rows} />
      {said.warnings.map((warning) => (
        <p key={JSON.stringify(warning)}>{t('willWarn', { warning: worded(warning, locale) })}</p>
      ))}
    </>
  )
}

function HandlingChoices({ posting, names }: Handling) {
  const t = useWords(words)
  return (
    <>
      <Radios
        name="posting"
        legend={t('posting')}
        legendClass="govuk-fieldset__legend--m"
        value={posting}
        items={postings.map((value) => ({
          value,
          text: t(`posting-${value}`),
          hint: t(`posting-${value}-hint`),
        }))}
      />
      <Radios
        name="names"
        legend={t('names')}
        legendClass="govuk-fieldset__legend--m"
        value={names}
        items={naming.map((value) => ({ value, text: t(`names-${value}`) }))}
      />
    </>
  )
}
