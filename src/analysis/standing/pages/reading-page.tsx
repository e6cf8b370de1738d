import { Caption, Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Passage } from '../passages/model.ts'
import { words } from '../words.ts'
import { PassageRead } from './passage-read.tsx'

interface Props {
  process: Process
  request: RequestForComment
  now: Instant
  number: string
  passages: readonly Passage[]
}

/** The passages of one comment, each with what analysts noted of it. */
export function ReadingPage({ process, request, now, number, passages }: Props) {
  const t = useWords(words)
  return (
    <Document
      title={t('title', { number })}
      process={useProcessBand(process, now, request)}
      back={{ href: `/comments/${encodeURIComponent(number)}`, text: t('back', { number }) }}
      unlisted
    >
      <Caption>{request.title}</Caption>
      <h1>{t('title', { number })}</h1>
      {passages.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <p>{t('intro')}</p>
      )}
      {passages.map((passage) => (
        <PassageRead key={passage.id} {...{ number, passage }} issues={process.issues} />
      ))}
    </Document>
  )
}
