import { useWords } from '../../../platform/i18n/index.ts'
import type { TableName } from '../table-names.ts'
import { words } from '../words.ts'

interface Props {
  table: TableName
  text?: string
  /** How many rows are shown, of how many. */
  shown?: number
  all?: number
}

export function CsvLink({ table, text, shown = 0, all = 0 }: Props) {
  const t = useWords(words)
  return (
    <p class="csv">
      {shown < all && `${t('firstOf', { shown, all })} `}
      <a href={`tables/${table}.csv`}>{text ?? t('asCsv')}</a>
    </p>
  )
}
