import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

interface Props {
  request: { docket: string; title: string }
  waiting: number
  /** Says also where they wait: the page is not about one request. */
  titled: boolean
}

export function WaitingLine({ request: { docket, title }, waiting, titled }: Props) {
  const t = useWords(words)
  return (
    <p>
      <a href={`/requests/${docket}/queue`}>
        <strong>{t('waitingForYou', { count: waiting })}</strong>
      </a>
      {titled && `: ${title}`}
    </p>
  )
}
