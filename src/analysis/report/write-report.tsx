import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { render } from 'preact-render-to-string'
import { type Locale, LocaleProvider } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Analysed } from './analyse-comments.ts'
import type { FileRead } from './analysis.ts'
import { ReportPage } from './pages/report-page.tsx'
import { reportTables } from './report-tables.ts'
import { tableNames } from './table-names.ts'
import { writeTable } from './write-table.ts'

export interface ReportOrder {
  folder: string
  files: readonly FileRead[]
  subject: string | undefined
  locale: Locale
  at: Instant
}

/** Every file that a report is made of, below its folder; the page itself last. */
export const reportFiles: readonly string[] = [
  ...Object.values(tableNames).map((name) => join('tables', `${name}.csv`)),
  'index.html',
]

export function reportHtml(analysed: Analysed, { files, subject, locale, at }: ReportOrder): string {
  const page = (
    <LocaleProvider locale={locale}>
      <ReportPage analysis={analysed} files={files} subject={subject} at={at} />
    </LocaleProvider>
  )
  return `<!DOCTYPE html>\n${render(page)}\n`
}

/** Writes the page and its tables into a folder; files of another name there stay as they are. */
export async function writeReport(analysed: Analysed, order: ReportOrder): Promise<void> {
  await mkdir(join(order.folder, 'tables'), { recursive: true })
  for (const { name, columns, rows } of reportTables(analysed, order.locale))
    await writeTable(join(order.folder, 'tables', `${name}.csv`), columns, rows)
  await writeFile(join(order.folder, 'index.html'), reportHtml(analysed, order))
}
