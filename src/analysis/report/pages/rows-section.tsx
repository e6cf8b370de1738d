import { count, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { RemarkKind } from '../../campaigns/read-comments.ts'
import { type Analysis, rowsRead } from '../analysis.ts'
import { tableNames } from '../table-names.ts'
import { words } from '../words.ts'
import { CsvLink } from './csv-link.tsx'
import { TableRegion } from './table-region.tsx'

const MOST_SHOWN = 50

export function RowsSection({ analysis }: { analysis: Analysis }) {
  const t = useWords(words)
  const { counts, remarks } = analysis.rows
  const met = (Object.keys(counts) as RemarkKind[]).filter((kind) => counts[kind] > 0)
  return (
    <>
      <p>{t('rowsHint', { rows: rowsRead(analysis), comments: analysis.comments })}</p>
      {met.length === 0 ? <p>{t('noRemarks')}</p> : <Counts counts={counts} met={met} />}
      {remarks.length > 0 && <Remarks remarks={remarks.slice(0, MOST_SHOWN)} all={remarks.length} />}
    </>
  )
}

function Counts({ counts, met }: { counts: Record<RemarkKind, number>; met: readonly RemarkKind[] }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <TableRegion id="table-odd" caption={t('caption-rows')}>
      <thead>
        <tr>
          <th scope="col">{t('whatAbout')}</th>
          <th class="n" scope="col">
            {t('howMany')}
          </th>
        </tr>
      </thead>
      <tbody>
        {met.map((kind) => (
          <tr>
            <th scope="row">{t(`remark-${kind}`)}</th>
            <td class="n">{count(counts[kind], locale)}</td>
          </tr>
        ))}
      </tbody>
    </TableRegion>
  )
}

function Remarks({ remarks, all }: { remarks: Analysis['rows']['remarks']; all: number }) {
  const t = useWords(words)
  return (
    <>
      <TableRegion id="table-rows" caption={t('remarksShown', { shown: remarks.length })}>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th class="n" scope="col">
              {t('row')}
            </th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {remarks.map(({ file, row, reason }) => (
            <tr>
              <td class="file">
                <code>{file}</code>
              </td>
              <td class="n">{row}</td>
              <td dir="auto">{reason}</td>
            </tr>
          ))}
        </tbody>
      </TableRegion>
      <CsvLink table={tableNames.rows} shown={remarks.length} all={all} />
    </>
  )
}
