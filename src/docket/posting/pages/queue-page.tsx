import type { Decision } from '../../../moderation/index.ts'
import { Document, EmptyState, NotificationBanner } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { queueAddress, type Whose, whoses } from '../model.ts'
import { words } from '../words.ts'
import { type Assigning, AssignNext } from './assign-next.tsx'
import { ModerationPage, moderationAddress } from './moderation-page.tsx'
import type { ModerationPageProps } from './moderation-page-props.ts'

export interface QueuePageProps extends Omit<ModerationPageProps, 'whole' | 'children'> {
  /** The comment to screen now; none where none waits. */
  whole: ModerationPageProps['whole'] | undefined
  /** How many wait in this part, and how many in the other: for a second look, or for a first. */
  waiting: Readonly<Record<Whose, number>>
  inOther: number
  /** Whether the reader may say if there is one. */
  maySet: boolean
  /** The decision that led here. */
  done: { number: string; act: Decision['act'] | 'propose' } | undefined
  skipped: boolean
  assigning?: Assigning | undefined
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
        <p>{t(props.view.whose === 'all' ? 'empty' : 'emptyOfThese')}</p>
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
  const { request, waiting, view, skipped } = props
  const count = waiting[view.whose]
  return (
    <>
      <Done {...props} />
      <p>
        {t(view.part === 'second-look' ? 'waitingSecond' : 'waiting', { count })}{' '}
        {count > 1 && (
          <a href={queueAddress(request.docket, view, { behind: next })} data-key="j">
            {t('later')}
          </a>
        )}{' '}
        {skipped && (
          <a href={queueAddress(request.docket, view)} data-key="k">
            {t('earlier')}
          </a>
        )}
      </p>
      <Parts {...props} />
      <AssignNext {...props} />
    </>
  )
}

/** The way to the other part of the queue, and to those comments of this one that are somebody's or nobody's. */
function Parts({ request, waiting, inOther, view, process, maySet }: AboveProps) {
  const t = useWords(words)
  const second = view.part === 'second-look'
  const part = second ? 'first-look' : 'second-look'
  return (
    <>
      <nav class="parley-noprint" aria-label={t('whose')}>
        <ul class="govuk-list parley-inline">
          {whoses.map((whose) => (
            <li key={whose}>
              <a
                href={queueAddress(request.docket, { ...view, whose })}
                aria-current={whose === view.whose ? 'page' : undefined}
              >
                {t(`whose-${whose}`, { count: waiting[whose] })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {(second || inOther > 0) && (
          <a href={queueAddress(request.docket, { part, whose: 'all' })}>
            {t(second ? 'toFirst' : 'toSecond', { count: inOther })}
          </a>
        )}{' '}
        {maySet && <a href={`/processes/${process.slug}/second-look`}>{t('setSecondLook')}</a>}
      </p>
    </>
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
