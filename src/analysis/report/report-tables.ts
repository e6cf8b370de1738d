import type { Locale } from '../../platform/i18n/index.ts'
import type { Analysed } from './analyse-comments.ts'
import type { Breakdown, Sums } from './analysis.ts'
import { type TableName, tableNames } from './table-names.ts'
import { groupName, valueName } from './value-names.ts'
import type { Cell } from './write-table.ts'

export interface ReportTable {
  name: TableName
  columns: readonly string[]
  rows: Iterable<readonly Cell[]>
}

const sumColumns = ['comments', 'distinct_texts', 'in_campaigns', 'too_short'] as const
const sumCells = ({ comments, distinct, inCampaigns, stubs }: Sums) => [
  comments,
  distinct,
  inCampaigns,
  stubs,
]

function breakdownTable(analysed: Analysed, by: Breakdown, locale: Locale): ReportTable {
  const rows = analysed.breakdowns[by].map((row) => [
    row.value ?? '',
    valueName(by, row.value, locale),
    ...sumCells(row),
  ])
  return { name: tableNames[by], columns: ['value', 'name', ...sumColumns], rows }
}

function* commentRows({ facts, standings }: Analysed): Generator<Cell[]> {
  for (const [comment, id] of facts.ids.entries()) {
    const { language, stakeholder, original, country } = facts.by
    const said = [language, stakeholder, original, country].map((column) => column.at(comment) ?? '')
    const campaign = standings.campaignOf(comment)
    yield [id, standings.of(comment), campaign === 0 ? '' : campaign, facts.days.at(comment) ?? '', ...said]
  }
}

function campaignRows({ campaigns }: Analysed): Cell[][] {
  return campaigns.map((one) => [
    ...[one.number, one.size, one.wordings, one.organisations],
    ...[one.first ?? '', one.last ?? '', one.language, one.templateId, one.template],
  ])
}

/** Everything that the report shows, whole, as tables; values stand as the files have them, with their names beside. */
export function reportTables(analysed: Analysed, locale: Locale): ReportTable[] {
  const { phrases, telling, timeline, rows } = analysed
  const breakdowns: Breakdown[] = ['stakeholder', 'original', 'organisation', 'language', 'country']
  const campaignColumns = ['campaign', 'comments', 'wordings', 'organisations', 'first', 'last', 'language']
  const phraseRows = phrases.flatMap(({ language, texts, phrases }) =>
    phrases.map((one) => [language, one.phrase, one.texts, texts, one.score.toFixed(2)]),
  )
  const tellingRows = (telling?.groups ?? []).flatMap(({ group, texts, phrases }) =>
    phrases.map((one) => [
      ...[telling?.language ?? '', group, groupName(group, locale), one.phrase],
      ...[one.inGroup, texts, one.texts, one.z.toFixed(2)],
    ]),
  )
  return [
    ...breakdowns.map((by) => breakdownTable(analysed, by, locale)),
    {
      name: tableNames.comments,
      columns: ['id', 'standing', 'campaign', 'day', 'language', 'stakeholder_group', 'kind', 'country'],
      rows: commentRows(analysed),
    },
    {
      name: tableNames.campaigns,
      columns: [...campaignColumns, 'template_id', 'template'],
      rows: campaignRows(analysed),
    },
    {
      name: tableNames.phrases,
      columns: ['language', 'phrase', 'texts', 'of_texts', 'score'],
      rows: phraseRows,
    },
    {
      name: tableNames.telling,
      columns: ['language', 'group', 'name', 'phrase', 'texts_of_group', 'of_texts_of_group', 'texts', 'z'],
      rows: tellingRows,
    },
    {
      name: tableNames.timeline,
      columns: ['from', ...sumColumns],
      rows: (timeline?.bins ?? []).map((bin) => [bin.day, ...sumCells(bin)]),
    },
    {
      name: tableNames.rows,
      columns: ['file', 'row', 'kind', 'reason'],
      rows: rows.remarks.map(({ file, row, kind, reason }) => [file, row, kind, reason]),
    },
  ]
}
