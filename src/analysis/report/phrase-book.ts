import { FEWEST_TEXTS, keyPhrases } from '../phrases/key-phrases.ts'
import { PhraseCounter } from '../phrases/phrase-counter.ts'
import { tellingPhrases } from '../phrases/telling-phrases.ts'
import type { PhrasesOf, TellingOf } from './analysis.ts'

/** So many phrases of all languages are counted at a time. */
const MOST_KEPT = 300_000
const MOST_PHRASES = 200
const MOST_TELLING = 12
/** A group with fewer texts says nothing that could be told from chance. */
const FEWEST_IN_GROUP = 10
/** So many groups are told apart; others are read with the rest. */
const MOST_GROUPS = 30

/** Counts phrases by language, and within a language by group. */
export class PhraseBook {
  readonly #counters = new Map<string, PhraseCounter>()
  #size = 0
  /** 0 is nobody’s: those who say no group, or one that cannot be told. */
  readonly #groups: string[] = ['']

  add(text: string, language: string, group: string | undefined): void {
    const counter = this.#counters.get(language) ?? new PhraseCounter(language)
    this.#counters.set(language, counter)
    const before = counter.size
    counter.add(text, this.#numberOf(group))
    this.#size += counter.size - before
    if (this.#size > MOST_KEPT) this.#makeRoom()
  }

  /** The language with the most phrases forgets its rarest. */
  #makeRoom(): void {
    const [largest] = [...this.#counters.values()].sort((a, b) => b.size - a.size)
    const before = largest?.size ?? 0
    largest?.dropRarest()
    this.#size += (largest?.size ?? 0) - before
  }

  /** The languages, the most texts first, each with what many texts speak of. */
  phrases(): PhrasesOf[] {
    return this.#byTexts()
      .map(([language, counter]) => ({
        language,
        texts: counter.texts,
        phrases: keyPhrases(counter, MOST_PHRASES),
      }))
      .filter(({ texts, phrases }) => texts >= FEWEST_TEXTS && phrases.length > 0)
  }

  /** What each group says more than the others in the language most used: across languages it would tell only those. */
  telling(): TellingOf | undefined {
    const [first] = this.#byTexts()
    if (!first) return undefined
    const [language, counter] = first
    const groups = this.#groups.flatMap((group, number) => {
      const texts = counter.textsByGroup[number] ?? 0
      if (group === '' || texts < FEWEST_IN_GROUP || texts === counter.texts) return []
      return [{ group, texts, phrases: tellingPhrases(counter, number, MOST_TELLING) }]
    })
    const found = groups.filter(({ phrases }) => phrases.length > 0)
    return found.length > 0 ? { language, groups: found.sort((a, b) => b.texts - a.texts) } : undefined
  }

  #byTexts(): [string, PhraseCounter][] {
    return [...this.#counters].sort(([, a], [, b]) => b.texts - a.texts)
  }

  #numberOf(group: string | undefined): number {
    if (group === undefined || group === 'not-stated') return 0
    const known = this.#groups.indexOf(group)
    if (known >= 0) return known
    return this.#groups.length <= MOST_GROUPS ? this.#groups.push(group) - 1 : 0
  }
}
