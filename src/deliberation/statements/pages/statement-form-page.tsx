import type { ComponentChildren } from 'preact'
import {
  Button,
  Caption,
  CharacterCount,
  Document,
  ErrorSummary,
  Input,
  Select,
  Textarea,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { type Deliberation, deliberationAddress } from '../../deliberations/model.ts'
import { LONGEST_STATEMENT, MOST_AT_ONCE } from '../model.ts'
import { type WordKey, words } from '../words.ts'

export type FormKind = 'seed' | 'propose' | 'reword' | 'lift'

export interface StatementFormProps {
  kind: FormKind
  deliberation: Deliberation
  process: Process
  now: Instant
  typed: { texts?: string; text?: string; issue?: string; quote?: string; comment?: string; excerpt?: string }
  /** The number of the statement being reworded. */
  statement?: number | undefined
  /** Why the person may not, or what is to be mended. */
  problem?: WordKey | undefined
  /** What the problem is about: lines, or a statement that is there. */
  values?: Readonly<Record<string, string | number>> | undefined
  /** What was done just now. */
  done?: { added: number; there: number } | undefined
}

const fieldOf: Partial<Record<FormKind, string>> = { seed: 'texts' }

/** One page for all ways in which statements are written. */
export function StatementFormPage(props: StatementFormProps) {
  const { kind, deliberation, process, now, problem, values, done, statement } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const title = t(`${kind}Title`, { number: statement ?? 0 })
  const limits = { limit: LONGEST_STATEMENT, most: MOST_AT_ONCE, ...values }
  const field = problem === 'quoteUnknown' ? 'quote' : (fieldOf[kind] ?? 'text')
  return (
    <Document
      title={title}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
      unlisted
    >
      {problem && <ErrorSummary problems={[{ href: `#${field}`, text: t(problem, limits) }]} />}
      <Caption>{deliberation.title}</Caption>
      <h1>{title}</h1>
      {done && <Done {...done} here={here} kind={kind} />}
      <p>{t(`${kind}Intro`)}</p>
      <form method="post" action={addressOf(here, props)} noValidate>
        <Fields
          {...props}
          problemAt={(name) => (name === field && problem ? t(problem, limits) : undefined)}
        />
        <Button>{t(`${kind}Button`)}</Button>
      </form>
    </Document>
  )
}

const addressOf = (here: string, { kind, statement }: StatementFormProps) =>
  kind === 'reword' ? `${here}/statements/${statement}/reword` : `${here}/${kind}`

function Done({ added, there, here, kind }: { added: number; there: number; here: string; kind: FormKind }) {
  const t = useWords(words)
  return (
    <div role="status" class="govuk-inset-text">
      <p>
        {t(kind === 'propose' ? 'proposed' : 'added', { added, there })}{' '}
        <a href={`${here}/statements`}>{t('statementsTitle')}</a>
      </p>
    </div>
  )
}

type FieldProps = StatementFormProps & { problemAt(field: string): string | undefined }

function Fields(props: FieldProps) {
  const t = useWords(words)
  const { kind, typed, deliberation, problemAt } = props
  const text = (
    <CharacterCount
      name="text"
      label={t('text')}
      hint={t('textHint')}
      limit={LONGEST_STATEMENT}
      rows={4}
      lang={deliberation.language}
      value={typed.text}
      error={problemAt('text')}
    />
  )
  return (
    <>
      {kind === 'lift' && <QuoteFields {...props} />}
      {kind === 'seed' ? (
        <Textarea
          name="texts"
          label={t('texts')}
          hint={t('textsHint', { limit: LONGEST_STATEMENT, most: MOST_AT_ONCE })}
          rows={12}
          lang={deliberation.language}
          value={typed.texts}
          error={problemAt('texts')}
        />
      ) : (
        text
      )}
      {kind !== 'reword' && <IssueField {...props} />}
    </>
  )
}

function QuoteFields({ typed, problemAt, deliberation }: FieldProps): ComponentChildren {
  const t = useWords(words)
  return (
    <>
      <input type="hidden" name="excerpt" value={typed.excerpt ?? ''} />
      <Input name="comment" label={t('comment')} width={20} value={typed.comment} />
      <Textarea
        name="quote"
        label={t('quote')}
        hint={t('quoteHint')}
        rows={4}
        lang={deliberation.language}
        value={typed.quote}
        error={problemAt('quote')}
      />
    </>
  )
}

function IssueField({ process, typed }: FieldProps) {
  const t = useWords(words)
  if (process.issues.length === 0) return null
  return (
    <Select
      name="issue"
      label={t('issue')}
      hint={t('issueHint')}
      optional
      options={[
        { value: '', text: t('noIssue') },
        ...process.issues.map(({ number, title }) => ({
          value: String(number),
          text: `${number}. ${title}`,
        })),
      ]}
      value={typed.issue}
    />
  )
}
