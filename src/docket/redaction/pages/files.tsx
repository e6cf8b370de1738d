import { useReasonNames } from '../../../moderation/index.ts'
import { Button, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import { type RedactionPageProps, redactionAddress } from './redaction-page-props.ts'

/** Which files will be offered, and the way to hold one back. */
export function Files({ redacting: { whole, redacted } }: Pick<RedactionPageProps, 'redacting'>) {
  const t = useWords(words)
  const called = useReasonNames()
  const { comment, attachments, reasons } = whole
  const files = attachments
    .map(({ sent }) => sent)
    .filter(({ publication }) => publication !== 'confidential')
  if (!comment.named || files.length === 0) return null
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <p>{t('filesHint')}</p>
      {files.map(({ id, name, position }) =>
        redacted.heldBack.has(id) ? (
          <p key={id}>{t('isHeldBack', { name })}</p>
        ) : (
          <form key={id} method="post" action={`${redactionAddress(comment.number)}/files`}>
            <p>{t('isOffered', { name })}</p>
            <input type="hidden" name="number" value={position + 1} />
            <Select
              name="reason"
              id={`reason-${position + 1}`}
              label={t('reason')}
              options={reasons.map((reason) => ({ value: reason.code, text: called(reason.name) }))}
            />
            <Button kind="secondary">{t('holdBack', { name })}</Button>
          </form>
        ),
      )}
    </section>
  )
}
