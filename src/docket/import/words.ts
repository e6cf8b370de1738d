import { catalogue, defaultLocale, type Locale, type Values } from '../../platform/i18n/index.ts'
import type { Remark } from './model.ts'
import { storable } from './storable.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }

export const words = catalogue({ en, fr })

type Key = keyof typeof en

/** What is said about a row: kept as what it says, and put into words where somebody reads it. */
export function say(key: Key, values: Remark['values'] = {}): Remark {
  const kept = Object.entries(values).map(([name, one]) => [
    name,
    typeof one === 'string' ? storable(one) : one,
  ])
  return { key, values: Object.fromEntries(kept) }
}

export function worded({ key, values }: Remark, locale: Locale = defaultLocale): string {
  return words.in(locale)(key as Key, values as Values)
}

/** As it was once put into words, where it was kept before with nothing else, or in words that are no longer ours. */
export function wordedAsKept(
  { said, reason }: { said?: Remark | undefined; reason: string },
  locale: Locale,
): string {
  return said && said.key in en ? worded(said, locale) : reason
}
