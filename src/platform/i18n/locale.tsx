import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Every language the interface speaks; dates may follow another region's habit than the bare language code. */
export const locales = { en: { name: 'English', dates: 'en-GB' } } as const

export type Locale = keyof typeof locales

export const defaultLocale: Locale = 'en'

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
