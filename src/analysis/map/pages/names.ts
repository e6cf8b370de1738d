import { useGroupNames } from '../../../participants/index.ts'
import { countryName, languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Position } from '../../coding/model.ts'
import { words } from '../words.ts'

/** A sign first: colour never stands alone. */
export const signs: Readonly<Record<Position, string>> = {
  support: '+',
  'support-with-condition': '±',
  oppose: '–',
  neutral: '·',
  question: '?',
}

/** What groups are called in the reader's language, and how the how-manieth of those that a convenor added is drawn. */
export function useGroups(groups: readonly { slug: string; name: string }[]) {
  const called = useGroupNames()
  const places = new Map(groups.map(({ slug }, at) => [slug, at]))
  return {
    name: (slug: string) => called(groups.find((one) => one.slug === slug)?.name ?? slug),
    further: (slug: string) => places.get(slug) ?? 0,
  }
}

export function useLanguageName(): (code: string) => string {
  const t = useWords(words)
  const locale = useLocale()
  return (code) => (code === 'und' ? t('languageNone') : languageName(code, locale))
}

export function useCountryName(): (code: string) => string {
  const locale = useLocale()
  return (code) => countryName(code, locale)
}

/** Several names in one sentence, as the reader's language joins them. */
export function useListOf(): (names: readonly string[]) => string {
  const locale = useLocale()
  return (names) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
