import { useWords } from '../../../platform/i18n/index.ts'
import type { Position } from '../../coding/model.ts'
import { words } from '../words.ts'

/** What positions are called where they stand beside a group. */
export function usePositions(): (position: Position) => string {
  const t = useWords(words)
  return (position) => t(`is-${position}`)
}
