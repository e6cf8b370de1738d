import type { Decision } from '../../../moderation/index.ts'
import { Document, EmptyState, NotificationBanner } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { words } from '../words.ts'
import { ModerationPage, moderationAddress } from './moderation-page.tsx'
import type { ModerationPageProps } from './moderation-page-props.ts'

export interface QueuePageProps extends Omit<ModerationPageProps, 'whole' | 'children'> {
  /** The comment to screen now; none where none waits. */
  whole: ModerationPageProps['whole'] | undefined
  waiting: number
  /** The decision that led here. */
  done: { number: string; act: Decision['act'] } | undefined
  skipped: boolean
}

export function QueuePage({ whole, ...props }: QueuePageProps) {
  const t = useWords(words)
  const { request, process, now } = props
  const band = useProcessBand(process, now, request)
  const back = { href: `/requests/${request.docket}`, text: request.title }
  if (whole) {
    return (
      <ModerationPage {...props} whole={whole} back={back}>
        <Above {...props} next={whole.comment.number} />
      </ModerationPage>
    )
  }
  return (
    <Document title={t('queue')} process={band} back={back} unlisted>
      <Done {...props} />
      <h1>{t('queue')}</h1>
      <EmptyState title={t('emptyTitle')}>
        <p>{t('empty')}</p>
        <p>
          <a href={`/requests/${request.docket}/comments`}>{t('allPosted')}</a>
        </p>
      </EmptyState>
    </Document>
  )
}

type AboveProps = Omit<QueuePageProps, 'whole'>

function Above({ next, ...props }: AboveProps & { next: string }) {
  const t = useWords(words)
  const { request, waiting, skipped } = props
  const queue = `/requests/${request.docket}/queue`
  return (
    <>
      <Done {...props} />
      <p>
        {t('waiting', { count: waiting })}{' '}
        {waiting > 1 && (
          <a href={`${queue}?behind=${next}`} data-key="j">
            {t('later')}
          </a>
        )}{' '}
        {skipped && (
          <a href={queue} data-key="k">
            {t('earlier')}
          </a>
        )}
      </p>
    </>
  )
}

const outcomes = {
  post: 'donePost',
  redact: 'doneRedact',
  withhold: 'doneWithhold',
  erase: 'doneErase',
} as const

function Done({ done }: Pick<QueuePageProps, 'done'>) {
  const t = useWords(words)
  if (!done) return null
  const { act, number } = done
  return (
    <NotificationBanner success>
      <p class="govuk-notification-banner__heading">{t(outcomes[act], { number })}</p>
      <p>
        {t('doneMore')}{' '}
        <a class="govuk-notification-banner__link" href={moderationAddress(number)} data-key="u">
          {t('undo')}
        </a>
      </p>
    </NotificationBanner>
  )
}
