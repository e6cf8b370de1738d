import { Button, Document, WarningText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { DRAFT_DAYS } from '../limits.ts'
import { fieldsOf } from '../read-form.ts'
import { words } from '../words.ts'
import { DeadlineLine } from './deadline-line.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import { formAddress, type WritingProps } from './props.ts'

export function SavedPage(props: WritingProps & { origin: string }) {
  const { request, process, now, form, files, few, origin } = props
  const t = useWords(words)
  const url = `${origin}/resume`
  const a = (children: unknown) => (
    <a key="resume" class="govuk-link" href="/resume">
      {String(children)}
    </a>
  )
  return (
    <Document title={t('savedTitle')} process={useProcessBand(process, now, request)} unlisted>
      <h1>{t('savedTitle')}</h1>
      <WarningText>{t('savedNotSent', { days: DRAFT_DAYS })}</WarningText>
      {files.length > 0 && <p class="govuk-body">{t('savedFiles')}</p>}
      <h2 class="govuk-heading-m">{t('savedCode')}</h2>
      <p class="parley-secret">{form.code}</p>
      <p class="govuk-body">{t.rich('savedHow', { url, a })}</p>
      <DeadlineLine request={request} now={now} />
      <form method="post" action={formAddress(request, { few })} encType="multipart/form-data">
        <HiddenFields fields={fieldsOf(form)} />
        <Button name="act" value="change" kind="secondary">
          {t('savedContinue')}
        </Button>
      </form>
    </Document>
  )
}
