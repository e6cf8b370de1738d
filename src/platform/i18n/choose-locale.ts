import { defaultLocale, isLocale, type Locale, offeredLocales } from './locale.tsx'

export interface Wanted {
  /** In the address. */
  asked?: unknown
  /** From an earlier visit. */
  kept?: string | undefined
  /** What the browser says that its reader understands, best first. */
  accepted?: string | undefined
}

/** The language asked for in the address, else the one kept, else the first that the browser wants and we offer. */
export function chooseLocale({ asked, kept, accepted = '' }: Wanted): Locale {
  if (typeof asked === 'string' && isLocale(asked)) return asked
  if (kept !== undefined && isLocale(kept)) return kept
  return preferred(accepted) ?? defaultLocale
}

function preferred(accepted: string): Locale | undefined {
  const wanted = accepted.split(',').map((one) => {
    const [tag = '', ...facts] = one.split(';').map((part) => part.trim().toLowerCase())
    const weight = facts.find((fact) => fact.startsWith('q='))?.slice(2)
    return { language: tag.split('-')[0], weight: Number(weight ?? 1) || 0 }
  })
  const byWeight = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const found = byWeight.map(({ language }) => offeredLocales.find(({ code }) => code === language)?.code)
  return found.find((code) => code !== undefined)
}

/** The language to write to somebody in whose text is in this one. */
export function localeFor(language: string): Locale {
  return chooseLocale({ accepted: language })
}
