import { Caption, Document, EmptyState, Pagination } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { campaignsAddress } from '../address.ts'
import { words } from '../words.ts'
import { CampaignTable } from './campaign-table.tsx'
import { Counted } from './counted.tsx'
import { HowFar } from './how-far.tsx'
import type { CampaignsProps } from './props.ts'

export function CampaignsPage(props: CampaignsProps) {
  const { request, process, now, counts, progress, page, more } = props
  const t = useWords(words)
  const address = campaignsAddress(request.docket)
  return (
    <Document
      title={t('titleOf', { docket: request.docket })}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}/comments`, text: t('backToComments') }}
      wide
    >
      <Caption>{request.title}</Caption>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <HowFar {...progress} address={address} />
      {counts.comments > 0 && <Counted {...counts} />}
      {counts.campaigns === 0 ? <None comments={counts.comments} /> : <CampaignTable {...props} />}
      <Pagination
        previous={page > 1 ? { href: `${address}?page=${page - 1}`, text: t('previous') } : undefined}
        next={more ? { href: `${address}?page=${page + 1}`, text: t('next') } : undefined}
      />
      <h2>{t('method')}</h2>
      <p>{t('methodText')}</p>
      <ul class="govuk-list">
        <li>
          <a href={`${address}.csv`}>{t('csv')}</a>
        </li>
        <li>
          <a href={`/api${address}`}>{t('json')}</a>
        </li>
      </ul>
    </Document>
  )
}

function None({ comments }: { comments: number }) {
  const t = useWords(words)
  return (
    <EmptyState title={t('emptyTitle')}>
      <p>{t(comments === 0 ? 'emptyNoComments' : 'emptyNone')}</p>
    </EmptyState>
  )
}
