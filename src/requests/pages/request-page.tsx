import type { ComponentChildren } from 'preact'
import { Document, Markdown, Term, Time } from '../../platform/html/index.ts'
import { inZone, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Issue, type Process, useProcessBand } from '../../processes/index.ts'
import { type ReplyRound, type RequestForComment, stateOf } from '../model.ts'
import { partNotice } from '../notice.ts'
import { Papers } from '../papers/pages/papers.tsx'
import { words } from '../words.ts'
import { Asked } from './asked.tsx'
import { FifteenMinutes, Questions } from './questions.tsx'

export interface RequestPageProps {
  request: RequestForComment
  process: Process
  now: Instant
  mayExtend: boolean
  /** While it is a draft: what those who prepare it may do with it. */
  preparing?: ComponentChildren
}

export function RequestPage({ request, process, now, mayExtend, preparing }: RequestPageProps) {
  const t = useWords(words)
  const { lead, rest } = partNotice(request.notice)
  const { docket, title, language, questions, papers } = request
  const issues = process.issues.filter((issue) =>
    questions.some((one) => one.issues.some(({ id }) => id === issue.id)),
  )
  const sections = [
    { href: '#notice', text: t('notice'), shown: rest !== '' },
    { href: '#issues', text: t('issues'), shown: issues.length > 0 },
    { href: '#questions', text: t('questions'), shown: true },
    { href: '#papers', text: t('papers'), shown: papers.length > 0 },
    { href: '#deadlines', text: t('deadlines'), shown: true },
  ]
  const state = stateOf(request, now)
  return (
    <Document
      title={title}
      process={useProcessBand(process, now, request)}
      contents={sections.filter(({ shown }) => shown)}
      unlisted={state === 'draft'}
    >
      {preparing}
      <p class="govuk-caption-l">
        {t.rich('docketLine', {
          docket,
          term: (word) => (
            <Term id="docket-meaning" meaning={t('docketMeaning')}>
              {word}
            </Term>
          ),
        })}
      </p>
      <h1 lang={language}>
        <bdi>{title}</bdi>
      </h1>
      <Asked request={request} process={process} now={now} lead={lead} />
      {state !== 'draft' && <FifteenMinutes docket={docket} questions={questions} lang={language} />}
      {rest && (
        <section aria-labelledby="notice">
          <h2 id="notice">{t('notice')}</h2>
          <Markdown text={rest} top={3} lang={language} />
        </section>
      )}
      <Issues issues={issues} lang={language} />
      <Questions questions={questions} lang={language} docket={state === 'draft' ? undefined : docket} />
      {papers.length > 0 && <Papers docket={docket} papers={papers} />}
      <Deadlines request={request} />
      {request.replyRound && <Round round={request.replyRound} />}
      <More docket={docket} draft={state === 'draft'} mayExtend={mayExtend} />
    </Document>
  )
}

function Issues({ issues, lang }: { issues: readonly Issue[]; lang: string }) {
  const t = useWords(words)
  if (issues.length === 0) return null
  return (
    <section aria-labelledby="issues">
      <h2 id="issues">{t('issues')}</h2>
      <ol class="parley-numbered" lang={lang}>
        {issues.map(({ id, number, title, description }) => (
          <li key={id} id={`issue-${number}`}>
            <h3>
              {number}. {title}
            </h3>
            {description && <Markdown text={description} top={4} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Deadlines({ request: { deadlines, publishedAt } }: { request: RequestForComment }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadlines')}</h2>
      <ul>
        {deadlines.map(({ at, zone, reason, setAt }, position) => (
          <li key={position}>
            <Time at={at} zone={zone} />
            <br />
            <span class="parley-muted">
              {position > 0
                ? t('deadlineExtended', { when: inZone(setAt, zone, locale), reason })
                : publishedAt
                  ? t('deadlineFirst', { when: inZone(publishedAt, zone, locale) })
                  : t('asDraft')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When comments may answer comments. */
function Round({ round: { opensAt, closesAt, zone } }: { round: ReplyRound }) {
  const t = useWords(words)
  return (
    <section aria-labelledby="reply-round">
      <h2 id="reply-round">{t('round')}</h2>
      <p>
        {t.rich('roundFromTo', {
          opens: () => <Time key="opens" at={opensAt} zone={zone} />,
          closes: () => <Time key="closes" at={closesAt} zone={zone} />,
        })}
      </p>
      <p>{t('roundMeans')}</p>
    </section>
  )
}

interface MoreProps {
  docket: string
  draft: boolean
  mayExtend: boolean
}

function More({ docket, draft, mayExtend }: MoreProps) {
  const t = useWords(words)
  if (draft) return null
  const links = [
    { href: `/requests/${docket}/deadline.ics`, text: t('calendar') },
    { href: `/api/requests/${docket}`, text: t('json') },
    ...(mayExtend ? [{ href: `/requests/${docket}/extend`, text: t('extend') }] : []),
    ...(mayExtend ? [{ href: `/requests/${docket}/reply-round`, text: t('roundTitle') }] : []),
  ]
  return (
    <section class="parley-noprint" aria-labelledby="more">
      <h2 id="more">{t('more')}</h2>
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
