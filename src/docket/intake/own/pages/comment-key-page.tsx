import { Button, Document, ErrorSummary, Input, NotificationBanner } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { words } from '../../words.ts'

interface Props {
  number?: string
  problem?: 'keyPageWrong' | 'keyPageMissing'
  forgotten?: boolean
  /** The page that the key was asked for. */
  leads?: 'object' | 'contests' | undefined
}

export function CommentKeyPage({ number = '', problem, forgotten, leads }: Props) {
  const t = useWords(words)
  return (
    <Document title={t('keyPageTitle')} problems={problem !== undefined} unlisted>
      {problem && <ErrorSummary problems={[{ href: '#number', text: t(problem) }]} />}
      {forgotten && <NotificationBanner success>{t('forgotten')}</NotificationBanner>}
      <h1>{t('keyPageTitle')}</h1>
      <p class="govuk-body-l">{t('keyPageIntro')}</p>
      <form method="post" action="/comment-key" noValidate>
        {leads && <input type="hidden" name="leads" value={leads} />}
        <Input
          name="number"
          label={t('keyPageNumber')}
          hint={t('keyPageNumberHint')}
          value={number}
          error={problem && t(problem)}
          autoComplete="off"
          spellcheck={false}
        />
        <Input
          name="key"
          label={t('keyPageKey')}
          hint={t('keyPageKeyHint')}
          width={30}
          autoComplete="off"
          spellcheck={false}
        />
        <Button>{t('keyPageButton')}</Button>
      </form>
    </Document>
  )
}
