import { useReasonNames } from '../../../moderation/index.ts'
import { Button, Keys, Select, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { actsOpen } from '../model.ts'
import { words } from '../words.ts'
import type { ModerationPageProps } from './moderation-page-props.ts'

const looks = {
  required: 'lookRequired',
  'switched-off': 'lookOff',
  'nobody-else': 'lookNobody',
} as const

/** Both acts stand in one form: it works by one click, and without script. */
export function VerdictForm({ whole, draft, problems, secondLook, view }: ModerationPageProps) {
  const t = useWords(words)
  const { comment, reasons } = whole
  const acts = actsOpen(comment.state)
  return (
    <form
      method="post"
      action={`/comments/${comment.number}/moderation`}
      aria-labelledby="decide"
      data-island="keys"
    >
      <h2 id="decide">{t('decide')}</h2>
      <input type="hidden" name="seen" value={comment.state} />
      <input type="hidden" name="whose" value={view.whose} />
      {acts.includes('post') && whole.marks === 0 && (
        <>
          <p>{t('postHint')}</p>
          <Button name="act" value="post" data-key="p">
            {t('post')}
          </Button>
        </>
      )}
      {!comment.confidential && (
        <p>
          {whole.marks > 0 && t('marked', { count: whole.marks })}{' '}
          <a href={`/comments/${comment.number}/redaction`} data-key="r">
            {t('redact')}
          </a>
        </p>
      )}
      {acts.includes('withhold') && (
        <>
          <Withholding reasons={reasons} draft={draft} problems={problems} />
          <p>{t(looks[secondLook])}</p>
          <Button name="act" value="withhold" kind="warning">
            {t(secondLook === 'required' ? 'propose' : 'withhold')}
          </Button>
        </>
      )}
      <Keys text={`${t('keys')} ${t('keysAssign')}`} />
    </form>
  )
}

type WithholdingProps = Pick<ModerationPageProps, 'draft' | 'problems'> &
  Pick<ModerationPageProps['whole'], 'reasons'>

function Withholding({ reasons, draft, problems }: WithholdingProps) {
  const t = useWords(words)
  const called = useReasonNames()
  const wrong = (field: string) => {
    const key = problems?.get(field)
    return key && t(key)
  }
  return (
    <>
      <Select
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={wrong('reason')}
        data-key="w"
        value={draft?.reason ?? ''}
        options={[
          { value: '', text: t('choose') },
          ...reasons.map(({ code, name }) => ({ value: code, text: called(name) })),
        ]}
      />
      <Textarea
        name="explanation"
        label={t('explanation')}
        hint={t('explanationHint')}
        error={wrong('explanation')}
        value={draft?.explanation}
        rows={3}
        optional
      />
    </>
  )
}
