import { defaultLocale, isLocale, type Locale } from '../platform/i18n/index.ts'

/** The language asked for in the address, else the first that the browser wants and we speak. */
export function chooseLocale(asked: unknown, accepted = ''): Locale {
  if (typeof asked === 'string' && isLocale(asked)) return asked
  const wanted = accepted.split(',').map((one) => one.split(';')[0]?.trim().toLowerCase() ?? '')
  return wanted.flatMap((tag) => [tag, tag.split('-')[0] ?? '']).find(isLocale) ?? defaultLocale
}
