import { count, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Analysis, Breakdown, BreakdownRow } from '../analysis.ts'
import { shareIn } from '../share.ts'
import { tableNames } from '../table-names.ts'
import { valueName } from '../value-names.ts'
import { words } from '../words.ts'
import { CsvLink } from './csv-link.tsx'
import { TableRegion } from './table-region.tsx'

const MOST_ROWS = 40

interface Props {
  analysis: Analysis
  by: Breakdown
}

/** Comments by one fact: with a bar, and with campaigns, distinct texts and short ones apart. */
export function BreakdownTable({ analysis, by }: Props) {
  const t = useWords(words)
  const rows = analysis.breakdowns[by]
  const said = rows.some(({ value }) => value !== undefined)
  if (!said) return <p>{t('notSaid')}</p>
  const most = Math.max(...rows.map(({ comments }) => comments))
  return (
    <>
      <TableRegion id={`table-${by}`} caption={t(`caption-${by}`)}>
        <thead>
          <tr>
            <th scope="col">{t(`head-${by}`)}</th>
            {(['comments', 'share'] as const).map((head) => (
              <th class="n" scope="col">
                {t(head)}
              </th>
            ))}
            <td class="bars" />
            {(['distinct', 'inCampaigns', 'stubs'] as const).map((head) => (
              <th class="n" scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <Row {...{ row, by, most }} all={analysis.comments} />
          ))}
        </tbody>
      </TableRegion>
      <CsvLink table={tableNames[by]} shown={Math.min(MOST_ROWS, rows.length)} all={rows.length} />
    </>
  )
}

interface RowProps {
  row: BreakdownRow
  by: Breakdown
  most: number
  all: number
}

function Row({ row, by, most, all }: RowProps) {
  const locale = useLocale()
  return (
    <tr>
      <th scope="row">
        <bdi>{valueName(by, row.value, locale)}</bdi>
      </th>
      <td class="n">{count(row.comments, locale)}</td>
      <td class="n">{shareIn(row.comments, all, locale)}</td>
      <td class="bars">
        <span class="bar" style={`inline-size: ${((100 * row.comments) / most).toFixed(1)}%`} />
      </td>
      <td class="n">{count(row.distinct, locale)}</td>
      <td class="n">{count(row.inCampaigns, locale)}</td>
      <td class="n">{count(row.stubs, locale)}</td>
    </tr>
  )
}
