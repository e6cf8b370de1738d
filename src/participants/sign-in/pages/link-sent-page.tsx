import { Document, InsetText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { LINK_LIFE, LINKS_AT_ONCE } from '../model.ts'
import { words } from '../words.ts'

/** The same answer to every address, so that nobody learns here who is a participant. */
export function LinkSentPage({ email, mailbox }: { email: string; mailbox: boolean }) {
  const t = useWords(words)
  const linkTo = (href: string) => (text: preact.ComponentChildren) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  const b = (text: preact.ComponentChildren) => <strong>{text}</strong>
  const code = (text: preact.ComponentChildren) => <code>{text}</code>
  return (
    <Document title={t('sentTitle')} unlisted>
      <h1>{t('sentTitle')}</h1>
      <p class="govuk-body-l">{t.rich('sentText', { b, email })}</p>
      <p class="govuk-body">
        {t('sentOnce', { minutes: LINK_LIFE / 60_000, limit: LINKS_AT_ONCE.fromOnePlace })}
      </p>
      <p class="govuk-body">{t.rich('sentNot', { again: linkTo('/sign-in') })}</p>
      {mailbox && (
        <InsetText>{t.rich('mailboxNote', { mailbox: linkTo('/mailbox'), code, email })}</InsetText>
      )}
    </Document>
  )
}
