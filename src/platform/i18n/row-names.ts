import type { Translate } from './catalogue.ts'
import { type Locale, useLocale } from './locale.tsx'

export type SayName = (name: string) => string

/**
 * Names that stand in rows, since a convenor may change them: those that the house began with are said in the
 * reader's language as long as nobody has changed them, and any other stays as it was given.
 */
export function rowNames<Key extends string>(
  english: Readonly<Record<Key, string>>,
  words: { in(locale: Locale): Translate<Key> },
): (locale: Locale) => SayName {
  const keys = new Map(Object.entries(english).map(([key, text]) => [text, key as Key]))
  return (locale) => (name) => {
    const key = keys.get(name)
    return key === undefined ? name : words.in(locale)(key)
  }
}

export const useRowNames = (names: (locale: Locale) => SayName): SayName => names(useLocale())
