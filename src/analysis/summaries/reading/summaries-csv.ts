import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../../platform/text/index.ts'
import type { SummaryAnswer } from './answer.ts'

const columns = [
  ...['issue', 'issue_title', 'version', 'published', 'sentence', 'text', 'footnote'],
  ...['comment', 'group', 'position', 'condition', 'words'],
]

/** Published summaries as a table: a row for each citation, or for a sentence that cites nothing. */
export function summariesCsv(summaries: readonly SummaryAnswer[]): string {
  const rows = summaries.flatMap(({ issue, version, sentences }) =>
    sentences.flatMap(({ number, text, citations }) => {
      const start = [issue.number, issue.title, version.number, version.published, number, text]
      if (citations.length === 0) return [[...start, '', '', '', '', '', '']]
      return citations.map(({ footnote, comment, group, position, condition, words }) => [
        ...start,
        ...[footnote, comment ?? '', group ?? '', position ?? '', condition ?? '', words ?? ''],
      ])
    }),
  )
  const cast = { string: harmlessCell }
  return stringify(rows, { header: true, columns, cast, bom: true, record_delimiter: '\r\n' })
}
