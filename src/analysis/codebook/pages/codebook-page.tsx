import { Button, Document, EmptyState, ErrorSummary } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { CodebookProblems } from '../check-wording.ts'
import { type Code, type CodeId, inUse } from '../model.ts'
import type { CodeForm } from '../schemas.ts'
import { words } from '../words.ts'
import { CodeFields, CodeSelect } from './code-fields.tsx'
import { CodeTree } from './code-tree.tsx'
import { EndedCodes } from './ended-codes.tsx'

export interface CodebookPageProps {
  process: Process
  now: Instant
  codes: readonly Code[]
  uses: ReadonlyMap<CodeId, number>
  mayChange: boolean
  typed: CodeForm
  problems: CodebookProblems | undefined
}

/** The codes of a process with their definitions: for those who code and those who read what was coded. */
export function CodebookPage(props: CodebookPageProps) {
  const t = useWords(words)
  const { process, now, codes, mayChange, problems } = props
  const used = inUse(codes)
  const { slug, name } = process
  return (
    <Document
      title={t('codebook')}
      problems={problems !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${slug}`, text: name }}
      unlisted
    >
      {problems && (
        <ErrorSummary problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))} />
      )}
      <h1>{t('codebook')}</h1>
      <p class="govuk-body-l">{t('codebookIntro')}</p>
      <p>
        {t('codesInUse', { count: used.length })}{' '}
        <a href={`/processes/${slug}/codebook.csv`} class="parley-noprint">
          {t('download')}
        </a>
      </p>
      {used.length === 0 && (
        <EmptyState title={t('noCodes')}>{mayChange && <p>{t('noCodesText')}</p>}</EmptyState>
      )}
      <CodeTree {...props} codes={used} />
      <EndedCodes {...props} />
      {mayChange && <AddCode {...props} />}
    </Document>
  )
}

function AddCode({ process: { slug }, codes, typed, problems }: CodebookPageProps) {
  const t = useWords(words)
  const wrong = problems?.get('parent')
  return (
    <section aria-labelledby="add-code" class="parley-noprint">
      <h2 id="add-code">{t('addCode')}</h2>
      <p>
        <a href={`/processes/${slug}/codebook/import`}>{t('importCodes')}</a>
      </p>
      <form method="post" action={`/processes/${slug}/codebook`} noValidate>
        <CodeFields typed={typed} problems={problems} />
        <CodeSelect
          {...{ name: 'parent', label: t('parent'), none: t('onTop'), codes }}
          value={typed.parent}
          error={wrong && t(wrong)}
        />
        <Button>{t('add')}</Button>
      </form>
    </section>
  )
}
