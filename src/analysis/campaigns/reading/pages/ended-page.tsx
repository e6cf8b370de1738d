import { Caption, Document } from '../../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../../processes/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import type { CampaignId } from '../../model.ts'
import { campaignAddress, campaignsAddress } from '../address.ts'
import { words } from '../words.ts'

interface Props {
  request: RequestForComment
  process: Process
  now: Instant
  endedAt: Instant | null
  mergedInto: CampaignId | null
}

/** A campaign that is none any more, and what became of it; nothing of its words. */
export function EndedPage({ request, process, now, endedAt, mergedInto }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const day = dayIn(endedAt ?? now, request.deadline.zone, locale)
  return (
    <Document
      title={t('endedTitle')}
      process={useProcessBand(process, now, request)}
      back={{ href: campaignsAddress(request.docket), text: t('back') }}
      unlisted
    >
      <Caption>{request.title}</Caption>
      <h1>{t('endedTitle')}</h1>
      <p>{mergedInto ? t('mergedText', { day }) : t('endedText')}</p>
      {mergedInto && (
        <p>
          <a href={campaignAddress(request.docket, mergedInto)}>{t('mergedLink')}</a>
        </p>
      )}
    </Document>
  )
}
