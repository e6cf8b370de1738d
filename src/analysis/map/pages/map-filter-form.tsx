import { Filters, type Option, Select } from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { mapAddress } from '../address.ts'
import { isNarrowed } from '../filters-of.ts'
import { voices } from '../model.ts'
import { words } from '../words.ts'
import { useCountryName, useLanguageName } from './names.ts'
import type { MapProps } from './props.ts'

/** Narrows the map to a country, a language, a kind of voice. */
export function MapFilterForm({ request, map: { commented }, filters }: Omit<MapProps, 'others'>) {
  const t = useWords(words)
  const [country, language] = [useCountryName(), useLanguageName()]
  const choices = useChoices()
  const clear = isNarrowed(filters) ? mapAddress(request.docket) : undefined
  return (
    <Filters action={mapAddress(request.docket)} clear={clear}>
      <Select
        {...{ name: 'voice', label: t('filterVoice'), value: filters.voice ?? '' }}
        options={[{ value: '', text: t('all') }, ...voices.map((value) => ({ value, text: t(`${value}s`) }))]}
      />
      <Select
        {...{ name: 'country', label: t('filterCountry'), value: filters.country ?? '' }}
        options={choices(
          commented.map((one) => one.country),
          country,
          filters.country,
        )}
      />
      <Select
        {...{ name: 'language', label: t('filterLanguage'), value: filters.language ?? '' }}
        options={choices(
          commented.map((one) => one.language),
          language,
          filters.language,
        )}
      />
    </Filters>
  )
}

/** What there is to choose from; what is chosen stays on the list, even where nothing has it. */
function useChoices() {
  const t = useWords(words)
  const { compare } = new Intl.Collator(useLocale())
  return (values: readonly (string | null)[], named: (value: string) => string, now?: string): Option[] => {
    const all = new Set([...values, now].filter((value) => typeof value === 'string'))
    const options = [...all].map((value) => ({ value, text: named(value) }))
    return [{ value: '', text: t('all') }, ...options.sort((a, b) => compare(a.text, b.text))]
  }
}
