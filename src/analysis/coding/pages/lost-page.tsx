import { Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { words } from '../words.ts'
import { deskAddress } from './desk-props.ts'

interface Props {
  request: RequestForComment
  process: Process
  now: Instant
  /** A comment that is not posted any more has no number here. */
  lost: readonly { comment: string; number: string | null; count: number }[]
}

/** Where excerpts lost their words; the words themselves are gone from here too. */
export function LostPage({ request, process, now, lost }: Props) {
  const t = useWords(words)
  return (
    <Document
      title={t('lost')}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}/coding`, text: t('coding') }}
      unlisted
    >
      <h1>{t('lost')}</h1>
      <p class="govuk-body-l">{t('lostIntro')}</p>
      {lost.length === 0 && (
        <EmptyState title={t('lostNone')}>
          <p>{t('lostNoneText')}</p>
        </EmptyState>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {lost.map(({ comment, number, count }) => (
          <li key={comment}>
            {number ? (
              <a href={deskAddress(number)}>{t('lostOf', { number, count })}</a>
            ) : (
              t('lostOf', { number: t('lostNotPosted'), count })
            )}
          </li>
        ))}
      </ul>
    </Document>
  )
}
