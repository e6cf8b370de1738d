import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import type { Issue } from '../../processes/index.ts'
import type { SaidExcerpt } from './excerpts/model.ts'
import type { Silence } from './missing.ts'
import type { Count } from './model.ts'

/** A table with its head, as spreadsheets read it; a later piece of a file begins without. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly unknown[])[],
  begins = true,
): string =>
  stringify(rows as unknown[][], {
    ...{ header: begins, columns: [...head], bom: begins, record_delimiter: '\r\n' },
    cast: { string: harmlessCell },
  })

const titled = (issues: readonly Issue[], id: string) => {
  const found = issues.find((one) => one.id === id)
  return [found?.number, found?.title]
}

/** Every place of the map, each kind of voice by itself. */
export const mapCsv = (issues: readonly Issue[], counts: readonly Count[]): string =>
  table(
    ['issue', 'title', 'group', 'position', 'voice', 'comments', 'excerpts', 'campaigns'],
    counts.map((one) => [
      ...[...titled(issues, one.issue), one.group, one.position, one.voice],
      ...[one.comments, one.excerpts, one.voice === 'campaign' ? one.campaigns : ''],
    ]),
  )

/** Who is not heard where. */
export const missingCsv = ({ on, groups }: Silence): string =>
  table(
    ['issue', 'title', 'missing', 'name', 'commented_elsewhere'],
    [
      ...on.flatMap(({ issue: { number, title }, ...one }) => [
        ...one.groups.map((group) => [number, title, 'group', group, 'yes']),
        ...one.countries.map((country) => [number, title, 'country', country, 'yes']),
      ]),
      ...groups.map((group) => ['', '', 'group', group, 'no']),
    ],
  )

const excerptColumns = [
  ...['issue', 'title', 'position', 'condition', 'words', 'comment', 'group', 'voice', 'country'],
  ...['language', 'excerpt'],
]

/** Excerpts as rows; the first piece of a file begins with what the columns are called. */
export const excerptsCsv = (
  issues: readonly Issue[],
  said: readonly SaidExcerpt[],
  begins: boolean,
): string =>
  table(
    excerptColumns,
    said.map((one) => [
      ...[...titled(issues, one.issue), one.position, one.condition, one.placed.words, one.number],
      ...[one.group, one.voice, one.country, one.language, one.id],
    ]),
    begins,
  )
