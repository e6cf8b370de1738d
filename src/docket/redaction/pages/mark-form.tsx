import { useReasonNames } from '../../../moderation/index.ts'
import { Button, Select, Textarea, useIsland } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import { usePlace } from './place.ts'
import { type RedactionPageProps, redactionAddress } from './redaction-page-props.ts'

export function MarkForm({ redacting: { whole }, target, draft, problems }: RedactionPageProps) {
  useIsland('mark-selected')
  const t = useWords(words)
  const called = useReasonNames()
  const place = usePlace(whole)
  const wrong = (field: 'words' | 'reason') => {
    const key = problems?.get(field)
    return key && t(key)
  }
  return (
    <form
      method="post"
      action={`${redactionAddress(whole.comment.number)}/marks`}
      aria-labelledby="mark"
      data-island="mark-selected"
    >
      <h2 id="mark" tabIndex={-1}>
        {target ? t('markIn', { place: place(target.key), paragraph: target.paragraph }) : t('mark')}
      </h2>
      <input type="hidden" name="in" value={target?.key ?? ''} />
      <input type="hidden" name="paragraph" value={target?.paragraph ?? ''} />
      <Textarea
        name="words"
        label={t('words')}
        hint={t(target ? 'markHere' : 'markHint')}
        error={wrong('words')}
        value={draft?.words}
        rows={2}
        data-key="w"
      />
      <Select
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={wrong('reason')}
        value={draft?.reason ?? ''}
        options={[
          { value: '', text: t('choose') },
          ...whole.reasons.map(({ code, name }) => ({ value: code, text: called(name) })),
        ]}
      />
      <div class="govuk-button-group">
        <Button>{t('markWords')}</Button>
        {target && (
          <Button name="whole" value="yes" kind="secondary">
            {t('markParagraph')}
          </Button>
        )}
      </div>
    </form>
  )
}
