import { Time } from '../../platform/html/index.ts'
import { inZone, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { RequestForComment } from '../model.ts'
import type { TimelineEvent } from '../timeline.ts'
import { words } from '../words.ts'

export function ProcessTimeline({ events, zone }: { events: readonly TimelineEvent[]; zone: string }) {
  const t = useWords(words)
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      {events.length === 0 && <p>{t('timelineNothing')}</p>}
      <ol class="parley-numbered">
        {events.map((event, at) => (
          <li key={at}>
            <span class="parley-muted">
              <Time at={event.at} zone={zone} />
            </span>
            <br />
            <Sentence event={event} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Sentence({ event }: { event: TimelineEvent }) {
  const t = useWords(words)
  const locale = useLocale()
  const link = (request: RequestForComment) => () => <RequestLink key="request" {...request} />
  switch (event.kind) {
    case 'process-published':
      return <>{t('eventProcess')}</>
    case 'stage-began':
      return <>{t('eventStage', { title: event.title })}</>
    case 'request-published':
      return <>{t.rich('eventPublished', { request: link(event.request) })}</>
    case 'request-closed':
      return <>{t.rich('eventClosed', { request: link(event.request) })}</>
    case 'request-extended': {
      const { at, zone, reason } = event.deadline
      const deadline = inZone(at, zone, locale)
      return <>{t.rich('eventExtended', { request: link(event.request), deadline, reason })}</>
    }
  }
}

function RequestLink({ docket, title }: Pick<RequestForComment, 'docket' | 'title'>) {
  return <a href={`/requests/${docket}`}>{title}</a>
}
