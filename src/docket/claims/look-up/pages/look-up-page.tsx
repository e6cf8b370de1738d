import { Button, Document, ErrorSummary, Input, InsetText } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { words } from '../../words.ts'
import { LOOK_UP } from '../model.ts'

export function LookUpPage({ email, problem = false }: { email?: string; problem?: boolean }) {
  const t = useWords(words)
  const error = problem ? t('emailProblem') : undefined
  return (
    <Document title={t('lookUpTitle')} problems={problem}>
      {error && <ErrorSummary problems={[{ href: '#email', text: error }]} />}
      <h1>{t('lookUpTitle')}</h1>
      <p class="govuk-body-l">{t('lookUpIntro')}</p>
      <p class="govuk-body">{t('lookUpPrivate')}</p>
      <form method="post" action="/was-my-name-used" noValidate>
        <Input
          name="email"
          type="email"
          label={t('email')}
          value={email}
          error={error}
          autocomplete="email"
          spellcheck={false}
        />
        <Button>{t('lookUpButton')}</Button>
      </form>
      <h2>{t('lookUpOther')}</h2>
      <p class="govuk-body">{t('lookUpOtherText')}</p>
    </Document>
  )
}

/** The same to every address, so that nobody learns here who has commented. */
export function LookedUpPage({ email, mailbox }: { email: string; mailbox: boolean }) {
  const t = useWords(words)
  const b = (text: preact.ComponentChildren) => <strong>{text}</strong>
  return (
    <Document title={t('lookedUpTitle')} unlisted>
      <h1>{t('lookedUpTitle')}</h1>
      <p class="govuk-body-l">{t.rich('lookedUpText', { b, email })}</p>
      <p class="govuk-body">{t('lookedUpOnce', { minutes: LOOK_UP.every / 60_000 })}</p>
      {mailbox && <InsetText>{t('mailbox')}</InsetText>}
    </Document>
  )
}
