import {
  Caption,
  Document,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  useIsland,
  WarningText,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { type QueueView, queueAddress, wholeQueue } from '../model.ts'
import { words } from '../words.ts'
import { AssignmentForm } from './assignment-form.tsx'
import { DecidedBefore } from './decided-before.tsx'
import type { ModerationPageProps } from './moderation-page-props.ts'
import { ProposalForm } from './proposal-form.tsx'
import { SentFacts } from './sent-facts.tsx'
import { SentParts } from './sent-parts.tsx'
import { VerdictForm } from './verdict-form.tsx'

export const moderationAddress = (number: string, { whose }: Pick<QueueView, 'whose'> = wholeQueue): string =>
  `/comments/${number}/moderation${whose === 'all' ? '' : `?whose=${whose}`}`

const states = {
  screening: 'stateScreening',
  posted: 'statePosted',
  withheld: 'stateWithheld',
  erased: 'stateErased',
} as const

function Decide(props: ModerationPageProps) {
  const t = useWords(words)
  const { comment, proposal } = props.whole
  if (comment.withdrawn) return <WarningText>{t('withdrawn')}</WarningText>
  return proposal && comment.state !== 'withheld' ? <ProposalForm {...props} /> : <VerdictForm {...props} />
}

export function ModerationPage(props: ModerationPageProps) {
  useIsland('keys')
  const t = useWords(words)
  const { request, process, now, whole, problems, notAsSeen, view, back, children } = props
  const { comment } = whole
  const title = t('moderate', { number: comment.number })
  return (
    <Document
      title={title}
      problems={problems !== undefined}
      process={useProcessBand(process, now, request)}
      back={back ?? { href: queueAddress(request.docket, view), text: t('queue') }}
      unlisted
    >
      {problems && (
        <ErrorSummary problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))} />
      )}
      {children}
      {notAsSeen && (
        <NotificationBanner role="alert">
          <p class="govuk-notification-banner__heading">{t('notAsSeen')}</p>
        </NotificationBanner>
      )}
      {props.notYours && <NotYours {...props} />}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <SentFacts {...props} state={t(states[comment.state])} />
      {comment.confidential && <InsetText>{t('allConfidential')}</InsetText>}
      {whole.objected && (
        <InsetText>
          {t('senderObjects')} <a href={`/comments/${comment.number}/objection`}>{t('readObjection')}</a>
        </InsetText>
      )}
      {comment.superseded && <InsetText>{t('superseded')}</InsetText>}
      <AssignmentForm {...props} />
      <SentParts {...whole} />
      <DecidedBefore {...whole} zone={request.deadline.zone} />
      <Decide {...props} />
    </Document>
  )
}

/** Somebody was faster: who has it now. */
function NotYours({ assigned }: ModerationPageProps) {
  const t = useWords(words)
  const name = assigned?.name
  return (
    <NotificationBanner role="alert">
      <p class="govuk-notification-banner__heading">
        {name ? t('notYours', { name }) : t(assigned ? 'notYoursGone' : 'notYoursFree')}
      </p>
    </NotificationBanner>
  )
}
