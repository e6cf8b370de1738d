import { Button, Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { type CommentForm, writtenOf } from '../model.ts'
import { fieldsOf } from '../read-form.ts'
import { words } from '../words.ts'
import { HiddenFields } from './hidden-fields.tsx'
import { Written } from './written.tsx'

interface Props {
  action: string
  form: CommentForm
  /** What was asked for, and is asked for again. */
  act: string
}

/** Needs nothing but what was sent: the database is away, and yet no word is lost. */
export function KeptPage({ action, form, act }: Props) {
  const t = useWords(words)
  return (
    <Document title={t('keptTitle')} unlisted>
      <h1>{t('keptTitle')}</h1>
      <p class="govuk-body-l">{t('keptIntro')}</p>
      <p class="govuk-body">{t('keptAgain')}</p>
      <form method="post" action={action} encType="multipart/form-data">
        <HiddenFields fields={fieldsOf(form)} />
        <Button name="act" value={act}>
          {t(act === 'submit' ? 'keptSubmit' : 'keptTry')}
        </Button>
      </form>
      <h2 class="govuk-heading-m">{t('keptWords')}</h2>
      {writtenOf(form).map(({ question, text }) => (
        <Written key={question} text={text} language={form.language} />
      ))}
    </Document>
  )
}
