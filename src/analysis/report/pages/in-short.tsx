import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { type Analysis, rowsRead } from '../analysis.ts'
import { dayName } from '../day-name.ts'
import { words } from '../words.ts'

const known = (rows: Analysis['breakdowns']['country']) =>
  rows.filter(({ value }) => value !== undefined).length

export function InShort({ analysis }: { analysis: Analysis }) {
  const t = useWords(words)
  const locale = useLocale()
  const { comments, distinct, campaigns, inCampaigns, stubs, breakdowns, timeline } = analysis
  const [first, last] = [timeline?.bins[0]?.day, timeline?.bins.at(-1)?.day]
  return (
    <>
      <ul>
        <li>{t('countComments', { n: comments })}.</li>
        <li>{t('countDistinct', { n: distinct })}</li>
        <li>{t('countCampaigns', { n: campaigns.length, copies: inCampaigns })}</li>
        <li>{t('countStubs', { n: stubs })}</li>
        <li>
          {t('countLanguages', { n: known(breakdowns.language), countries: known(breakdowns.country) })}
        </li>
        {first && last && timeline && timeline.undated <= comments / 2 && (
          <li>{t('countPeriod', { first: dayName(first, locale), last: dayName(last, locale) })}</li>
        )}
        <li>{t('countProblems', { n: rowsRead(analysis) - comments })}</li>
      </ul>
      <p class="inset">{t('caution')}</p>
    </>
  )
}
