import { Document, Table, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Mail } from '../../../../platform/mail/index.ts'
import { words } from '../../words.ts'

export function MailboxPage({ letters, limit }: { letters: readonly Mail[]; limit: number }) {
  const t = useWords(words)
  return (
    <Document title={t('mailbox')} back={{ href: '/administration' }} wide unlisted>
      <h1>{t('mailbox')}</h1>
      <p class="govuk-body">{t('mailboxIntro', { limit })}</p>
      {letters.length === 0 && <p class="govuk-body">{t('mailboxEmpty')}</p>}
      {letters.length > 0 && (
        <Table
          class="parley-cards"
          head={[t('subject'), t('recipient'), t('queued')].map((text) => ({ text }))}
          rowHeaders
          rows={letters.map(({ id, subject, recipient, queued_at }) => [
            {
              text: (
                <a class="govuk-link" href={`/mailbox/${id}`}>
                  {subject}
                </a>
              ),
            },
            { text: recipient },
            { text: <Time at={queued_at} /> },
          ])}
        />
      )}
    </Document>
  )
}
