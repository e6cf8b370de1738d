import type { Decision } from '../../../moderation/index.ts'
import { Document, EmptyState, NotificationBanner } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import type { QueuePart } from '../model.ts'
import { words } from '../words.ts'
import { ModerationPage, moderationAddress } from './moderation-page.tsx'
import type { ModerationPageProps } from './moderation-page-props.ts'

export const queueAddress = (docket: string, part: QueuePart): string =>
  `/requests/${docket}/queue${part === 'second-look' ? '?part=second-look' : ''}`

export interface QueuePageProps extends Omit<ModerationPageProps, 'whole' | 'children'> {
  /** The comment to screen now; none where none waits. */
  whole: ModerationPageProps['whole'] | undefined
  waiting: number
  /** How many wait for a second look, and whether this is the list of those. */
  toConfirm: number
  part: QueuePart
  /** Whether the reader may say if there is one. */
  maySet: boolean
  /** The decision that led here. */
  done: { number: string; act: Decision['act'] | 'propose' } | undefined
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
      <Parts {...props} />
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
  const { request, waiting, toConfirm, part, skipped } = props
  const second = part === 'second-look'
  const queue = queueAddress(request.docket, part)
  return (
    <>
      <Done {...props} />
      <p>
        {t(second ? 'waitingSecond' : 'waiting', { count: second ? toConfirm : waiting })}{' '}
        {(second ? toConfirm : waiting) > 1 && (
          <a href={`${queue}${second ? '&' : '?'}behind=${next}`} data-key="j">
            {t('later')}
          </a>
        )}{' '}
        {skipped && (
          <a href={queue} data-key="k">
            {t('earlier')}
          </a>
        )}
      </p>
      <Parts {...props} />
    </>
  )
}

/** The way to the other part of the queue. */
function Parts({ request, waiting, toConfirm, part, process, maySet }: AboveProps) {
  const t = useWords(words)
  const second = part === 'second-look'
  return (
    <p>
      {second && <a href={queueAddress(request.docket, 'first-look')}>{t('toFirst', { count: waiting })}</a>}
      {!second && toConfirm > 0 && (
        <a href={queueAddress(request.docket, 'second-look')}>{t('toSecond', { count: toConfirm })}</a>
      )}{' '}
      {maySet && <a href={`/processes/${process.slug}/second-look`}>{t('setSecondLook')}</a>}
    </p>
  )
}

const outcomes = {
  post: 'donePost',
  redact: 'doneRedact',
  withhold: 'doneWithhold',
  erase: 'doneErase',
  propose: 'donePropose',
} as const

function Done({ done }: Pick<QueuePageProps, 'done'>) {
  const t = useWords(words)
  if (!done) return null
  const { act, number } = done
  return (
    <NotificationBanner success>
      <p class="govuk-notification-banner__heading">{t(outcomes[act], { number })}</p>
      <p>
        {t(act === 'propose' ? 'doneProposeMore' : 'doneMore')}{' '}
        <a class="govuk-notification-banner__link" href={moderationAddress(number)} data-key="u">
          {t('undo')}
        </a>
      </p>
    </NotificationBanner>
  )
}
