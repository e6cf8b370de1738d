import { Button, Caption, Document, NotificationBanner } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { NamedFields, type NamedFieldsProps, NamedProblemSummary } from '../../own/pages/named-fields.tsx'
import { words } from '../../words.ts'

interface Props extends NamedFieldsProps {
  number: string
  title: string
  refused: 'too-many' | 'closed' | undefined
}

export function JoinPage({ number, title, form, problems, refused }: Props) {
  const t = useWords(words)
  return (
    <Document
      title={t('joinTitle', { number })}
      problems={Object.keys(problems).length > 0}
      back={{ href: `/comments/${number}`, text: t('toComment', { number }) }}
      unlisted
    >
      <NamedProblemSummary problems={problems} form={form} />
      {refused && <NotificationBanner role="alert">{t(`told-${refused}`)}</NotificationBanner>}
      <Caption>{title}</Caption>
      <h1>{t('joinTitle', { number })}</h1>
      <p class="govuk-body-l">{t('joinIntro')}</p>
      <form method="post" action={`/comments/${number}/sign`} noValidate>
        <NamedFields form={form} problems={problems} must />
        <Button>{t('joinButton')}</Button>
      </form>
    </Document>
  )
}

export function JoinedPage({ number, email }: { number: string; email: string }) {
  const t = useWords(words)
  return (
    <Document
      title={t('joinedTitle')}
      back={{ href: `/comments/${number}`, text: t('toComment', { number }) }}
      unlisted
    >
      <h1>{t('joinedTitle')}</h1>
      <p class="govuk-body-l">{t('joinedText', { email })}</p>
    </Document>
  )
}
