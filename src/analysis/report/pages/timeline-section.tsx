import { count, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Bin, Step, Timeline } from '../analysis.ts'
import { dayName } from '../day-name.ts'
import { tableNames } from '../table-names.ts'
import { words } from '../words.ts'
import { CsvLink } from './csv-link.tsx'
import { TableRegion } from './table-region.tsx'
import { TimelineChart } from './timeline-chart.tsx'

const captions = {
  day: 'perDay',
  week: 'perWeek',
  month: 'perMonth',
  year: 'perYear',
} as const satisfies Record<Step, string>

export function TimelineSection({ timeline }: { timeline: Timeline | undefined }) {
  const t = useWords(words)
  const locale = useLocale()
  if (!timeline) return <p>{t('noDates')}</p>
  const { step, bins, undated } = timeline
  const highest = bins.reduce((most, bin) => (bin.comments > most.comments ? bin : most))
  return (
    <>
      <h3 id="chart-title">{t(captions[step])}</h3>
      <p id="chart-says">{t('chart', { most: highest.comments, day: dayName(highest.day, locale) })}</p>
      <Legend />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="scroll" aria-labelledby="chart-title" tabIndex={0}>
        <TimelineChart timeline={timeline} title={t(captions[step])} />
      </section>
      {undated > 0 && <p>{t('undated', { n: undated })}</p>}
      <details>
        <summary>{t('chartTable')}</summary>
        <BinsTable step={step} bins={bins} />
      </details>
      <CsvLink table={tableNames.timeline} />
    </>
  )
}

function Legend() {
  const t = useWords(words)
  const signs = [
    ['own', 'own'],
    ['copies', 'inCampaigns'],
    ['short', 'stubs'],
  ] as const
  return (
    <ul class="legend">
      {signs.map(([sign, name]) => (
        <li>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect class={sign} x="1" y="1" width="14" height="14" />
          </svg>
          {t(name)}
        </li>
      ))}
    </ul>
  )
}

function BinsTable({ step, bins }: { step: Step; bins: readonly Bin[] }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <TableRegion id="table-timeline" caption={t(captions[step])}>
      <thead>
        <tr>
          <th scope="col">{t('from')}</th>
          {(['comments', 'distinct', 'inCampaigns', 'stubs'] as const).map((head) => (
            <th class="n" scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr>
            <th scope="row">{bin.day}</th>
            {[bin.comments, bin.distinct, bin.inCampaigns, bin.stubs].map((number) => (
              <td class="n">{count(number, locale)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableRegion>
  )
}
