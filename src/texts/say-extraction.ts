import type { ExtractionRefusal, ExtractionWarning } from '../platform/files/index.ts'
import { catalogue, type Translate } from '../platform/i18n/index.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }

/** The words in which a sender is told what became of a file. */
export const extractionWords = catalogue({ en, fr })

type Say = Translate<keyof typeof en>

export function sayRefusal(t: Say, refused: ExtractionRefusal): string {
  return t(`refused.${refused}`)
}

export function sayWarning(t: Say, warning: ExtractionWarning): string {
  if (!('pages' in warning)) return t(`warning.${warning.kind}`, { ...warning })
  const { kind, pages } = warning
  return t(`warning.${kind}`, { count: pages.length, pages: pages.join(', ') })
}
