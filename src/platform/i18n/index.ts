export {
  type Catalogue,
  catalogue,
  type RichValues,
  type Translate,
  useWords,
  type Values,
} from './catalogue.ts'
export { chooseLocale, localeFor } from './choose-locale.ts'
export {
  defaultLocale,
  directionOf,
  isLocale,
  type Locale,
  LocaleProvider,
  locales,
  offeredLocales,
  useLocale,
} from './locale.tsx'
export { rowNames, type SayName, useRowNames } from './row-names.ts'
export { count, countriesByName, countryName, dayIn, inZone, languageName, shortCount } from './show.ts'
export { instantIn, isZone, type NoInstant, wallClockIn } from './zone.ts'
