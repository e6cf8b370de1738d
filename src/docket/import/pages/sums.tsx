import { SummaryList } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { ImportCounts } from '../model.ts'
import { words } from '../words.ts'

const always: (keyof ImportCounts)[] = ['read', 'imported', 'skipped', 'failed', 'warned']
const rare: (keyof ImportCounts)[] = [
  'dockets',
  'documents',
  'notices',
  'files',
  'filesMissing',
  'strayFiles',
]

/** What became of the rows; what seldom happens is told only where it did. */
export function Sums({ counts }: { counts: ImportCounts }) {
  const t = useWords(words)
  const shown = [...always, ...rare.filter((name) => counts[name] > 0)]
  return (
    <SummaryList
      rows={shown.map((name) => ({ term: t(`sum-${name}`), value: t('count', { count: counts[name] }) }))}
    />
  )
}
