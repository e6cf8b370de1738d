import type { MapFilters } from './model.ts'
import type { MapQuery } from './schemas.ts'

const given = <Value extends string>(value: Value | undefined) =>
  value === '' ? undefined : (value as Exclude<Value, ''> | undefined)

/** What a map is narrowed to, as an address says it; an empty field leaves it open. */
export const filtersOf = ({ country, language, voice }: MapQuery): MapFilters => ({
  country: given(country),
  language: given(language),
  voice: given(voice),
})

export const isNarrowed = ({ country, language, voice }: MapFilters): boolean =>
  country !== undefined || language !== undefined || voice !== undefined
