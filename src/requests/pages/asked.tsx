import { ButtonLink, Deadline, Markdown } from '../../platform/html/index.ts'
import { dayIn, inZone, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { daysLeft, nextStage, type Process, useOutcomeLine } from '../../processes/index.ts'
import { type RequestForComment, stateOf } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  request: RequestForComment
  process: Process
  now: Instant
  /** The notice's first paragraph. */
  lead: string
}

/** The first screen: what is asked, until when, how long it takes, what follows, and where to begin. */
export function Asked({ request, process, now, lead }: Props) {
  const t = useWords(words)
  const outcome = useOutcomeLine(process)
  return (
    <>
      {lead && (
        <div class="parley-lead">
          <Markdown text={lead} lang={request.language} />
        </div>
      )}
      <div class="parley-asked">
        <When request={request} now={now} />
        <p>
          {t('howMany', { count: request.questions.length })}
          {(request.notice || request.questions.length > 0) &&
            ` ${t('howLong', { minutes: request.minutes })}`}
        </p>
        <Act request={request} now={now} />
        <Read request={request} now={now} />
        <p>
          <strong>{t('whatNext')}</strong> <WhatNext process={process} now={now} />
        </p>
        <p>
          <strong>{t('whatComes')}</strong> {outcome}.
        </p>
      </div>
    </>
  )
}

const sentences = {
  draft: 'opensWhen',
  announced: 'opensWhen',
  open: 'untilWhen',
  closed: 'closedWhen',
} as const

function When({ request, now }: { request: RequestForComment; now: Instant }) {
  const t = useWords(words)
  const locale = useLocale()
  const { deadline, deadlines, opensAt } = request
  const state = stateOf(request, now)
  const sentence = sentences[state]
  const before = deadlines.at(-2)
  return (
    <>
      <p class="parley-asked__when">
        {t.rich(sentence, {
          deadline: () => <Deadline key="deadline" {...deadline} />,
          opens: () => <Deadline key="opens" at={opensAt} zone={deadline.zone} />,
        })}
      </p>
      {state === 'open' && <p>{t('daysLeft', { days: daysLeft(now, deadline.at) })}</p>}
      {before && <p>{t('extendedNote', { was: inZone(before.at, before.zone, locale) })}</p>}
    </>
  )
}

function Act({ request, now }: { request: RequestForComment; now: Instant }) {
  const t = useWords(words)
  const href = `/requests/${request.docket}/comment`
  const state = stateOf(request, now)
  if (state === 'draft') return null
  if (state === 'announced') return <p>{t('announcedNote')}</p>
  return (
    <>
      {state === 'closed' && <p>{t('lateNote')}</p>}
      <ButtonLink href={href} start>
        {state === 'closed' ? t('writeLate') : t('writeComment')}
      </ButtonLink>
    </>
  )
}

function Read({ request, now }: Pick<Props, 'request' | 'now'>) {
  const t = useWords(words)
  const state = stateOf(request, now)
  if (state === 'draft' || state === 'announced') return null
  return (
    <p class="parley-noprint">
      <a href={`/requests/${request.docket}/comments`}>{t('readComments')}</a>
    </p>
  )
}

function WhatNext({ process, now }: { process: Process; now: Instant }) {
  const t = useWords(words)
  const locale = useLocale()
  const comments = process.stages.find((stage) => stage.name === 'comments')
  const next = nextStage(process.stages, comments && comments.opens > now ? comments.opens : now)
  if (!next) return <>{t('whatNextNone')}</>
  const { title, what, opens } = next
  return <>{t('whatNextStage', { title, what, day: dayIn(opens, process.zone, locale) })}</>
}
