import { Radios } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { CommentForm } from '../model.ts'
import { words } from '../words.ts'

export function PublicationField({ form, error }: { form: CommentForm; error: string | undefined }) {
  const t = useWords(words)
  return (
    <Radios
      name="publication"
      legend={t('publicationLegend')}
      legendClass="govuk-fieldset__legend--m"
      hint={t('publicationHint')}
      error={error}
      value={form.publication}
      items={[
        { value: 'with-name', text: t('publicationWithName'), hint: t('publicationWithNameHint') },
        { value: 'without-name', text: t('publicationWithoutName'), hint: t('publicationWithoutNameHint') },
        { value: 'confidential', text: t('publicationConfidential'), hint: t('publicationConfidentialHint') },
      ]}
    />
  )
}
