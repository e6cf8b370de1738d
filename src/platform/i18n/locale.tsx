import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/**
 * Every language the interface speaks; dates may follow another region's habit than the bare language code.
 * `ar-XB` is for those who build pages: English run from right to left, so that what stands the usual way round
 * is in no catalogue. Nobody is offered it; it is asked for by its code in the address.
 */
export const locales = {
  en: { name: 'English', dates: 'en-GB', offered: true },
  fr: { name: 'Français', dates: 'fr-FR', offered: true },
  'ar-XB': { name: 'Right to left', dates: 'ar-u-nu-latn', offered: false },
} as const

export type Locale = keyof typeof locales

export const defaultLocale: Locale = 'en'

/** Those that a reader may choose, each under its own name. */
export const offeredLocales: readonly { code: Locale; name: string }[] = Object.entries(locales)
  .filter(([, { offered }]) => offered)
  .map(([code, { name }]) => ({ code: code as Locale, name }))

export function isLocale(text: string): text is Locale {
  return Object.hasOwn(locales, text)
}

const CurrentLocale = createContext<Locale>(defaultLocale)

export function LocaleProvider({ locale, children }: { locale: Locale; children?: ComponentChildren }) {
  return <CurrentLocale.Provider value={locale}>{children}</CurrentLocale.Provider>
}

export const useLocale = (): Locale => useContext(CurrentLocale)

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** The writing direction of any BCP 47 tag; text of an unknown language is left to the browser. */
export function directionOf(locale: string): 'ltr' | 'rtl' | 'auto' {
  try {
    const { script } = new Intl.Locale(locale).maximize()
    if (script === undefined) return 'auto'
    return rightToLeft.has(script) ? 'rtl' : 'ltr'
  } catch {
    return 'auto'
  }
}
