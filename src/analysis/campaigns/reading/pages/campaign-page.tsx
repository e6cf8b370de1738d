import { Caption, Document, SummaryList, Time } from '../../../../platform/html/index.ts'
import { count, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { campaignAddress, campaignsAddress } from '../address.ts'
import { words } from '../words.ts'
import { Levels } from './counted.tsx'
import { Members } from './members.tsx'
import type { CampaignProps } from './props.ts'
import { TemplateText } from './template-text.tsx'
import { Variants } from './variants.tsx'

export function CampaignPage(props: CampaignProps) {
  const { request, process, now, campaign } = props
  const t = useWords(words)
  const title = t('campaignTitle', { count: campaign.comments })
  const address = campaignAddress(request.docket, campaign.id)
  return (
    <Document
      title={title}
      process={useProcessBand(process, now, request)}
      back={{ href: campaignsAddress(request.docket), text: t('back') }}
      wide
    >
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <Facts {...props} />
      <TemplateText {...campaign.template} />
      <Variants {...props} />
      <Members {...props} />
      <ul class="govuk-list">
        <li>
          <a href={`${address}/comments.csv`}>{t('membersCsv')}</a>
        </li>
        <li>
          <a href={`/api${address}`}>{t('membersJson')}</a>
        </li>
      </ul>
    </Document>
  )
}

function Facts({ campaign, request }: CampaignProps) {
  const t = useWords(words)
  const locale = useLocale()
  const { zone } = request.deadline
  return (
    <SummaryList
      aria-label={t('facts')}
      rows={[
        { term: t('columnComments'), value: count(campaign.comments, locale) },
        { term: t('signatories'), value: <Levels {...campaign.signatories} /> },
        { term: t('wordings'), value: count(campaign.wordings, locale) },
        { term: t('firstSeen'), value: <Time at={campaign.firstSeen} zone={zone} /> },
        { term: t('lastSeen'), value: <Time at={campaign.lastSeen} zone={zone} /> },
      ]}
    />
  )
}
