import { Button, Checkboxes } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { nameLeaks } from '../find-leaks.ts'
import { nameMarks } from '../post-redacted.ts'
import { words } from '../words.ts'
import { useLeaks } from './leaks.tsx'
import { type RedactionPageProps, redactionAddress } from './redaction-page-props.ts'

export function PostForm({ redacting: { whole, redactions }, leaks = [] }: RedactionPageProps) {
  const t = useWords(words)
  const say = useLeaks(whole)
  const doubtful = leaks.filter(({ stops }) => !stops)
  return (
    <form
      method="post"
      action={`${redactionAddress(whole.comment.number)}/post`}
      id="post"
      aria-label={t('post')}
    >
      <input type="hidden" name="seen" value={whole.comment.state} />
      <input type="hidden" name="marks" value={nameMarks(redactions)} />
      {doubtful.length > 0 && (
        <>
          <p>{t('doubtful')}</p>
          <ul>
            {doubtful.map(say).map(({ href, text }, at) => (
              <li key={at}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
          <Checkboxes name="anyway" items={[{ value: nameLeaks(leaks), text: t('anyway') }]} />
        </>
      )}
      <p>{t('postHint', { count: redactions.length })}</p>
      <Button data-key="p">{t('post')}</Button>
    </form>
  )
}
