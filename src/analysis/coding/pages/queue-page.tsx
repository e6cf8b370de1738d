import {
  Button,
  Caption,
  Document,
  EmptyState,
  ErrorSummary,
  Input,
  SummaryList,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { ReadingState } from '../model.ts'
import type { Progress } from '../queue/model.ts'
import { words } from '../words.ts'
import { deskAddress } from './desk-props.ts'

type Own = readonly { number: string; state: ReadingState }[]

interface Props {
  request: RequestForComment
  process: Process
  now: Instant
  waiting: number
  yours: Own
  lately: Own
  progress: Progress
  share: number
  mayCode: boolean
  mayPlan: boolean
  /** What was typed for the share, where it was wrong. */
  typed: string | undefined
}

/** What waits to be coded in a request, what the reader is at, and how far it is. */
export function QueuePage(props: Props) {
  const t = useWords(words)
  const { request, process, now, yours, lately, typed, mayPlan } = props
  return (
    <Document
      title={t('coding')}
      problems={typed !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}`, text: request.title }}
      unlisted
    >
      {typed !== undefined && <ErrorSummary problems={[{ href: '#percent', text: t('shareWrong') }]} />}
      <Caption>{request.title}</Caption>
      <h1>{t('coding')}</h1>
      <p class="govuk-body-l">{t('codingIntro')}</p>
      <Ways {...props} />
      <Next {...props} />
      <OwnList title={t('yours')} id="yours" own={yours} none={t('yoursNone')} />
      {lately.length > 0 && <OwnList title={t('lately')} id="lately" own={lately} none="" />}
      <HowFar {...props} />
      <Share {...props} mayPlan={mayPlan} />
    </Document>
  )
}

function Ways({ process: { slug }, request: { docket }, progress: { lost } }: Props) {
  const t = useWords(words)
  return (
    <ul class="govuk-list parley-inline parley-noprint">
      <li>
        <a href={`/processes/${slug}/codebook`}>{t('toCodebook')}</a>
      </li>
      <li>
        <a href={`/processes/${slug}/agreement`}>{t('toAgreement')}</a>
      </li>
      <li>
        <a href={`/processes/${slug}/adjudication`}>{t('toSettle')}</a>
      </li>
      <li>
        <a href={`/requests/${docket}/programs`}>{t('toPrograms')}</a>
      </li>
      {lost > 0 && (
        <li>
          <a href={`/requests/${docket}/coding/lost`}>{t('lostCount', { count: lost })}</a>
        </li>
      )}
    </ul>
  )
}

function Next({ request, waiting, mayCode, progress }: Props) {
  const t = useWords(words)
  if (waiting === 0) {
    return (
      <EmptyState title={t('noneLeft')}>
        <p>{t('noneLeftText')}</p>
      </EmptyState>
    )
  }
  return (
    <form method="post" action={`/requests/${request.docket}/coding`} class="parley-noprint">
      <p>{t('waits', { count: waiting })}</p>
      <p class="parley-muted">
        {t('order', { representatives: progress.representatives, copies: progress.copies })}
      </p>
      {mayCode && <Button>{t('takeNext')}</Button>}
    </form>
  )
}

function OwnList({ title, id, own, none }: { title: string; id: string; own: Own; none: string }) {
  const t = useWords(words)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {own.length === 0 && <p>{none}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {own.map(({ number, state }) => (
          <li key={number}>
            <a href={deskAddress(number)}>{number}</a>
            {state === 'not-substantive' && ` (${t('not-substantive')})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function HowFar({ progress }: Props) {
  const t = useWords(words)
  const { posted, taken, done, notSubstantive, twice, excerpts } = progress
  const rows = [
    { term: t('posted'), value: posted },
    { term: t('taken'), value: taken },
    { term: t('done'), value: done },
    { term: t('not-substantive'), value: notSubstantive },
    { term: t('twice'), value: twice },
    { term: t('excerpts'), value: excerpts },
  ]
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{t('progress')}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}

function Share({ request, share, mayPlan, typed }: Props) {
  const t = useWords(words)
  return (
    <section aria-labelledby="share">
      <h2 id="share">{t('share')}</h2>
      <p>{t('shareIs', { percent: share })}</p>
      {mayPlan && (
        <form method="post" action={`/requests/${request.docket}/coding/share`} noValidate>
          <Input
            {...{ name: 'percent', label: t('shareLabel'), hint: t('shareHint'), width: 3 }}
            error={typed === undefined ? undefined : t('shareWrong')}
            value={typed ?? String(share)}
            inputMode="numeric"
          />
          <Button kind="secondary">{t('shareSave')}</Button>
        </form>
      )}
    </section>
  )
}
