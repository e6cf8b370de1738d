import { Button, Table, Time } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Session, SessionId } from '../../sign-in/model.ts'
import { words } from '../words.ts'

interface Props {
  sessions: readonly Session[]
  thisSession: SessionId | undefined
}

export function SessionsTable({ sessions, thisSession }: Props) {
  const t = useWords(words)
  return (
    <Table
      class="parley-cards"
      head={[t('device'), t('since'), t('lastSeen'), t('act')].map((text) => ({ text }))}
      rowHeaders
      rows={sessions.map((session) => [
        { text: session.browser || t('unknownDevice') },
        { text: <Time at={session.startedAt} /> },
        { text: <Time at={session.lastSeenAt} /> },
        { text: session.id === thisSession ? t('thisDevice') : <EndSession {...session} /> },
      ])}
    />
  )
}

function EndSession({ id, browser, startedAt }: Session) {
  const t = useWords(words)
  const since = dayIn(startedAt, 'UTC', useLocale())
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return (
    <form method="post" action={`/me/sessions/${id}/end`}>
      <Button kind="secondary">
        {t.rich('endSession', { aside, device: browser || t('unknownDevice'), since })}
      </Button>
    </form>
  )
}
