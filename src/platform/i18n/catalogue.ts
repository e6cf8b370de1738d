import { IntlMessageFormat } from 'intl-messageformat'
import type { ComponentChildren, VNode } from 'preact'
import type { Instant } from '../time.ts'
import { directionOf, type Locale, locales, useLocale } from './locale.tsx'
import { isolated, mirrored } from './mirror.ts'

export type Values = Record<string, string | number | boolean | Instant | null | undefined>
type Tag = (children: ComponentChildren[]) => ComponentChildren
/** What a rich message may be given: plain values, nodes, and a function for each <tag>. */
export type RichValues = Record<string, Values[string] | VNode | Tag>

export interface Translate<Key extends string> {
  (key: Key, values?: Values): string
  rich(key: Key, values: RichValues): ComponentChildren
}

type Texts<Key extends string> = Readonly<Record<Key, string>>

/** The interface words of one capability, in every language they exist in. */
export interface Catalogue<Key extends string> {
  in(locale: Locale): Translate<Key>
}

export function catalogue<const Words extends Texts<string>>(texts: {
  en: Words
  fr: Texts<keyof Words & string>
}): Catalogue<keyof Words & string> {
  type Key = keyof Words & string
  const translations = new Map<Locale, Translate<Key>>()
  return {
    in(locale) {
      const known = translations.get(locale)
      if (known) return known
      const made = translator<Key>(locale === 'fr' ? texts.fr : texts.en, locale)
      translations.set(locale, made)
      return made
    },
  }
}

/** A line of French never begins with what ends a clause: the space before it does not break. */
const setAsFrench = (text: string) =>
  text
    .replace(/ :(?!:)/g, '\u00a0:')
    .replace(/ ([;?!])/g, '\u202f$1')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')

function translator<Key extends string>(texts: Texts<Key>, locale: Locale): Translate<Key> {
  const messages = new Map<Key, IntlMessageFormat>()
  const message = (key: Key) => {
    const known = messages.get(key)
    if (known) return known
    const text = locale === 'fr' ? setAsFrench(texts[key]) : texts[key]
    const written = new IntlMessageFormat(text, locales[locale].dates)
    const turn = locale === 'ar-XB'
    const made = turn ? new IntlMessageFormat(mirrored(written.getAst()), locales[locale].dates) : written
    messages.set(key, made)
    return made
  }
  const rightToLeft = directionOf(locale) === 'rtl'
  const given = <Given extends object>(values: Given): Given => (rightToLeft ? isolated(values) : values)
  const plain = (key: Key, values: Values = {}) => String(message(key).format(given(values)))
  const rich = (key: Key, values: RichValues) =>
    message(key).format<ComponentChildren>(given(values) as Values)
  return Object.assign(plain, { rich })
}

/** The words in the reader's language: `const t = useWords(words)`. */
export function useWords<Key extends string>(words: Catalogue<Key>): Translate<Key> {
  return words.in(useLocale())
}
