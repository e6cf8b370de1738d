import { ownCopy } from '../../platform/text/index.ts'
import { phrasesIn, signsIn } from './phrases-in.ts'
import { stopWordsOf } from './stop-words.ts'

/** How often a phrase was met. */
export interface Counted {
  shown: string
  words: number
  /** Distinct texts it stands in; up to `missed` more where the count began late. */
  texts: number
  /** The same by group, at the place of the group's number. */
  byGroup: number[]
}

interface Kept extends Counted {
  missed: number
}

/** So many phrases of one language are counted at a time; then the rarest go. */
const MOST_KEPT = 300_000

/** Phrases of one language by the distinct texts they stand in (lossy counting: Manku and Motwani, VLDB 2002). */
export class PhraseCounter {
  /** Texts read so far. */
  texts = 0
  readonly textsByGroup: number[] = []
  /** A phrase in no more texts than this may be missing. */
  missed = 0
  readonly #kept = new Map<string, Kept>()
  readonly #stops: ReadonlySet<string>
  readonly #language: string
  readonly #most: number

  /**
   * @param language an ISO 639-1 code
   * @param most phrases kept at a time: memory is about 200 bytes for each
   */
  constructor(language: string, most: number = MOST_KEPT) {
    this.#language = language
    this.#most = most
    this.#stops = stopWordsOf(language)
  }

  /** Takes one text; give each wording once, or copies drown the rest. @param group a small whole number */
  add(text: string, group = 0): void {
    this.texts += 1
    this.textsByGroup[group] = (this.textsByGroup[group] ?? 0) + 1
    for (const [phrase, { shown, words }] of phrasesIn(text, this.#language, this.#stops)) {
      const known = this.#kept.get(phrase) ?? this.#keep(phrase, shown, words)
      known.texts += 1
      known.byGroup[group] = (known.byGroup[group] ?? 0) + 1
      if (signsIn(shown) < signsIn(known.shown)) known.shown = ownCopy(shown)
    }
    if (this.size > this.#most) this.dropRarest()
  }

  /** Phrases kept. */
  get size(): number {
    return this.#kept.size
  }

  /** Forgets the rarest half or more. */
  dropRarest(): void {
    const most = this.size / 2
    while (this.size > most) this.#dropOnce()
  }

  #keep(phrase: string, shown: string, words: number): Kept {
    const own = ownCopy(phrase)
    const one = {
      shown: shown === phrase ? own : ownCopy(shown),
      words,
      texts: 0,
      byGroup: [],
      missed: this.missed,
    }
    this.#kept.set(own, one)
    return one
  }

  /** Phrases that stand in as many distinct texts or more; words that are too common to say anything are left out. */
  *counted(fewest: number): Generator<[string, Counted]> {
    for (const [phrase, one] of this.#kept)
      if (one.texts >= fewest && !this.#isTooCommon(phrase, one)) yield [phrase, one]
  }

  #dropOnce(): void {
    this.missed += 1
    for (const [phrase, { texts, missed }] of this.#kept)
      if (texts + missed <= this.missed) this.#kept.delete(phrase)
  }

  /** Where a language has no list: short, and in a quarter of the texts. */
  #isTooCommon(phrase: string, { texts }: Counted): boolean {
    if (this.#stops.size > 0) return false
    const shortest = Math.min(...phrase.split(' ').map((word) => word.length))
    return shortest <= SHORT && texts > COMMON * this.texts && this.texts >= ENOUGH
  }
}

const SHORT = 4
const COMMON = 0.25
const ENOUGH = 8
