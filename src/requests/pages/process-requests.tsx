import { EmptyState } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Process } from '../../processes/index.ts'
import type { RequestForComment } from '../model.ts'
import { words } from '../words.ts'
import { RequestTable } from './request-table.tsx'

interface Props {
  process: Process
  requests: readonly RequestForComment[]
  mayCreate: boolean
  now: Instant
}

export function ProcessRequests({ process, requests, mayCreate, now }: Props) {
  const t = useWords(words)
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{t('requests')}</h2>
      {requests.length > 0 ? (
        <RequestTable requests={requests} now={now} />
      ) : (
        <EmptyState title={t('noRequestsHere')} />
      )}
      {mayCreate && (
        <p>
          <a href={`/processes/${process.slug}/requests/new`}>{t('newRequest')}</a>
        </p>
      )}
    </section>
  )
}
