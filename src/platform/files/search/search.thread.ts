import { findWords, foldText } from '../../text/index.ts'
import { workOnBytes } from '../limited/work-on-bytes.ts'
import { lookThrough } from './look-through.ts'
import type { Searched, SearchTask } from './model.ts'

/** Whether words stand there by themselves, or only within longer ones. */
function better(before: 'whole' | 'part' | undefined, found: readonly { whole: boolean }[]) {
  if (before === 'whole' || found.some(({ whole }) => whole)) return 'whole'
  return found.length > 0 ? 'part' : before
}

function search({ words }: SearchTask, bytes: Buffer): Searched {
  const { searchable, unsearchable } = lookThrough(bytes)
  const found = words.map((): 'whole' | 'part' | undefined => undefined)
  for (const text of searchable) {
    const folded = foldText(text)
    for (const [at, one] of words.entries()) found[at] = better(found[at], findWords(folded, one))
  }
  return { found: found.map((one) => one ?? 'nowhere'), unsearchable }
}

await workOnBytes(import.meta.url, search, (): Searched => ({ found: [], unsearchable: true }))
