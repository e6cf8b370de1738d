import { count, directionOf, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Analysis, CampaignOf } from '../analysis.ts'
import { shareIn } from '../share.ts'
import { tableNames } from '../table-names.ts'
import { words } from '../words.ts'
import { CsvLink } from './csv-link.tsx'
import { TableRegion } from './table-region.tsx'

const MOST_SHOWN = 50
const LONGEST = 4000
const BEGINNING = 280

export function CampaignsSection({ analysis: { campaigns, threshold, comments } }: { analysis: Analysis }) {
  const t = useWords(words)
  const share = shareIn(threshold, 1, useLocale())
  if (campaigns.length === 0) return <p>{t('noCampaigns')}</p>
  return (
    <>
      <p class="hint">{t('campaignsHint', { share })}</p>
      <TableRegion id="table-campaigns" caption={t('caption-campaigns')}>
        <thead>
          <tr>
            <Heads of={['number', 'comments']} />
            <th scope="col">{t('template')}</th>
            <Heads of={['share', 'wordings', 'organisations', 'firstSeen', 'lastSeen']} />
          </tr>
        </thead>
        <tbody>
          {campaigns.slice(0, MOST_SHOWN).map((campaign) => (
            <Row campaign={campaign} all={comments} />
          ))}
        </tbody>
      </TableRegion>
      <CsvLink
        table={tableNames.campaigns}
        shown={Math.min(MOST_SHOWN, campaigns.length)}
        all={campaigns.length}
      />
      <CsvLink table={tableNames.comments} text={t('whichComments')} />
    </>
  )
}

type Head = 'number' | 'comments' | 'share' | 'wordings' | 'organisations' | 'firstSeen' | 'lastSeen'

function Heads({ of }: { of: readonly Head[] }) {
  const t = useWords(words)
  return of.map((head) => (
    <th class="n" scope="col">
      {t(head)}
    </th>
  ))
}

function Row({ campaign, all }: { campaign: CampaignOf; all: number }) {
  const locale = useLocale()
  const { number, size, wordings, organisations, first = '–', last = '–' } = campaign
  return (
    <tr>
      <th class="n" scope="row">
        {number}
      </th>
      <td class="n">{count(size, locale)}</td>
      <td class="wording">
        <Wording {...campaign} />
      </td>
      <td class="n">{shareIn(size, all, locale)}</td>
      <td class="n">{count(wordings, locale)}</td>
      <td class="n">{count(organisations, locale)}</td>
      <td class="n">{first}</td>
      <td class="n">{last}</td>
    </tr>
  )
}

function Wording({ template, language }: CampaignOf) {
  const t = useWords(words)
  const known = language === 'und' ? {} : { lang: language }
  const dir = language === 'und' ? 'auto' : directionOf(language)
  const beginning = template.slice(0, BEGINNING).toWellFormed()
  const whole = template.slice(0, LONGEST).toWellFormed()
  return (
    <>
      <p class="words" dir={dir} {...known}>
        {beginning.trim()}
        {template.length > BEGINNING && '…'}
      </p>
      {template.length > BEGINNING && (
        <details>
          <summary>{t('whole')}</summary>
          <p class="words" dir={dir} {...known}>
            {whole}
            {template.length > LONGEST && ` ${t('cut')}`}
          </p>
        </details>
      )}
    </>
  )
}
