import { Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

export function AdministrationPage({ mailbox }: { mailbox: boolean }) {
  const t = useWords(words)
  return (
    <Document title={t('administration')} unlisted>
      <h1>{t('administration')}</h1>
      <Way href="/people" text={t('peopleLink')} hint={t('peopleHint')} />
      <Way href="/erase" text={t('eraseLink')} hint={t('eraseHint')} />
      <Way href="/administration/organisations" text={t('organisationsLink')} hint={t('organisationsHint')} />
      <Way href="/first-start/example" text={t('exampleLink')} hint={t('exampleHint')} />
      {mailbox && <Way href="/mailbox" text={t('mailboxLink')} hint={t('mailboxHint')} />}
    </Document>
  )
}

function Way({ href, text, hint }: { href: string; text: string; hint: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={href}>
          {text}
        </a>
      </h2>
      <p class="govuk-body">{hint}</p>
    </>
  )
}
