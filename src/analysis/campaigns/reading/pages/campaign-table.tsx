import { Table } from '../../../../platform/html/index.ts'
import { count, dayIn, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import { campaignAddress } from '../address.ts'
import { type ShownCampaign, signatoriesOf } from '../model.ts'
import { words } from '../words.ts'
import type { CampaignsProps } from './props.ts'

const SHOWN = 240

export function CampaignTable({ request, campaigns }: Pick<CampaignsProps, 'request' | 'campaigns'>) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Table
      cards
      caption={t('list')}
      captionClass="govuk-table__caption--m"
      head={[
        { text: t('columnCampaign') },
        { text: t('columnComments'), numeric: true },
        { text: t('columnNames'), numeric: true },
        { text: t('columnSeen') },
      ]}
      rowHeaders
      rows={campaigns.map((campaign) => [
        { text: <Title campaign={campaign} docket={request.docket} />, class: 'parley-campaign__title' },
        { text: count(campaign.comments, locale), numeric: true },
        { text: count(signatoriesOf(campaign.signatories), locale), numeric: true },
        { text: <Seen {...campaign} zone={request.deadline.zone} /> },
      ])}
    />
  )
}

function Title({ campaign, docket }: { campaign: ShownCampaign; docket: string }) {
  const t = useWords(words)
  const { language } = campaign.template
  const text = campaign.template.text.replace(/\s+/g, ' ')
  return (
    <>
      <a href={campaignAddress(docket, campaign.id)}>{t('open', { count: campaign.comments })}</a>
      <span class="parley-claimed__text" lang={language} dir="auto">
        {text.length > SHOWN ? `${text.slice(0, SHOWN).toWellFormed()}…` : text}
      </span>
    </>
  )
}

function Seen({ firstSeen, lastSeen, zone }: ShownCampaign & { zone: string }) {
  const t = useWords(words)
  const locale = useLocale()
  const [first, last] = [firstSeen, lastSeen].map((at) => dayIn(at, zone, locale))
  return (
    <>
      {first === last
        ? t('seenOnce', { first: first ?? '' })
        : t('seen', { first: first ?? '', last: last ?? '' })}
    </>
  )
}
