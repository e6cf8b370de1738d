import { Button, Document, ErrorSummary, FileUpload, Input, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { languages } from '../../../requests/index.ts'
import { type WordKey, words } from '../words.ts'

export interface BringForm {
  title: string
  origin: string
  language: string
}

/** What is to be mended: in our words, or as whoever read the files said it. */
export type BringProblem = { field: keyof BringForm | 'files' } & ({ key: WordKey } | { said: string })

interface Props {
  process: Process
  form: BringForm
  problem: BringProblem | undefined
  now: Instant
}

/** Brings a deliberation that was held elsewhere. */
export function BringPage({ process, form, problem, now }: Props) {
  const t = useWords(words)
  const here = `/processes/${process.slug}/deliberations`
  const said = problem && ('said' in problem ? problem.said : t(problem.key))
  const at = (field: BringProblem['field']) => (problem?.field === field ? said : undefined)
  return (
    <Document
      title={t('bringTitle')}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: here, text: t('toDeliberations') }}
      unlisted
    >
      {problem && said && <ErrorSummary problems={[{ href: `#${problem.field}`, text: said }]} />}
      <h1>{t('bringTitle')}</h1>
      <p>{t('bringIntro')}</p>
      <form method="post" action={`${here}/import`} encType="multipart/form-data" noValidate>
        <Input name="title" label={t('bringName')} value={form.title} error={at('title')} />
        <Input
          name="origin"
          label={t('origin')}
          hint={t('originHint')}
          value={form.origin}
          error={at('origin')}
        />
        <Select
          name="language"
          label={t('language')}
          options={languages}
          value={form.language}
          error={at('language')}
        />
        <FileUpload name="files" label={t('files')} hint={t('filesHint')} multiple error={at('files')} />
        <Button>{t('look')}</Button>
      </form>
    </Document>
  )
}
