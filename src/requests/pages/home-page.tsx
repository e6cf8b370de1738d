import type { VNode } from 'preact'
import { ButtonLink, Document, EmptyState, InsetText } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type RequestForComment, type RequestState, stateOf } from '../model.ts'
import { words } from '../words.ts'
import { RequestTable } from './request-table.tsx'

interface Props {
  requests: readonly RequestForComment[]
  now: Instant
  mayCreate: boolean
  /** What this reader has to do here. */
  waiting: readonly VNode[]
}

const lately = 5

/** The front door: what is open now and until when, the nearest deadline first. */
export function HomePage({ requests, now, mayCreate, waiting }: Props) {
  const t = useWords(words)
  const inState = (state: RequestState) => requests.filter((request) => stateOf(request, now) === state)
  const open = inState('open').toReversed()
  return (
    <Document title={t('openNow')} wide>
      {waiting.length > 0 && (
        <InsetText>
          <p>{t('waitsForYou')}</p>
          {waiting}
        </InsetText>
      )}
      <h1>{t('openNow')}</h1>
      {open.length > 0 ? (
        <>
          <p>{t('openNowIntro')}</p>
          <RequestTable requests={open} now={now} />
        </>
      ) : (
        <EmptyState title={t('nothingOpen')} />
      )}
      {mayCreate && requests.length === 0 && (
        <>
          <p>{t('beginHere')}</p>
          <ButtonLink href="/processes/new">{t('newProcess')}</ButtonLink>
        </>
      )}
      <Further title={t('announcedSoon')} requests={inState('announced').toReversed()} now={now} />
      <Further title={t('closedLately')} requests={inState('closed').slice(0, lately)} now={now} />
      <ul>
        <li>
          <a href="/requests">{t('allRequests')}</a>
        </li>
        <li>
          <a href="/processes">{t('allProcesses')}</a>
        </li>
        {mayCreate && requests.length > 0 && (
          <li>
            <a href="/processes/new">{t('newProcess')}</a>
          </li>
        )}
      </ul>
    </Document>
  )
}

interface FurtherProps extends Pick<Props, 'requests' | 'now'> {
  title: string
}

function Further({ title, requests, now }: FurtherProps) {
  if (requests.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <RequestTable requests={requests} now={now} />
    </section>
  )
}

/** Every request there is, the latest deadline first. */
export function RequestsPage({ requests, now }: Pick<Props, 'requests' | 'now'>) {
  const t = useWords(words)
  return (
    <Document title={t('requests')} wide>
      <h1>{t('requests')}</h1>
      {requests.length > 0 ? (
        <RequestTable requests={requests} now={now} />
      ) : (
        <EmptyState title={t('noRequests')} />
      )}
    </Document>
  )
}
