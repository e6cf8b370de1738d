import { useWords } from '../../../platform/i18n/index.ts'
import type { MapFilters } from '../model.ts'
import { words } from '../words.ts'
import { useCountryName, useLanguageName } from './names.ts'

/** What a map is narrowed to, in words. */
export function useFiltersSaid({ country, language, voice }: MapFilters): string[] {
  const t = useWords(words)
  const [countryOf, languageOf] = [useCountryName(), useLanguageName()]
  return [voice && t(`${voice}s`), country && countryOf(country), language && languageOf(language)].filter(
    (one) => one !== undefined,
  )
}
