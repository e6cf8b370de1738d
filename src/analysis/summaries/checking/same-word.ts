/** Endings by which forms of one word differ, in English, French and German. */
const endings = new Set(
  `e s es ed er ers r rs d ing ings ion ions ation ations ition itions ment ments ly al able ible ity ities ive ory or
  ors y ies ied ness ant ants ent ents ance ence ez ons ait aient ee ees te tes tion tions eur eurs euse euses if
  ifs ives en em n ung ungen lich`.split(/\s+/),
)
endings.add('')

const short = new Set(['', 's', 'es'])
const latin = /^[a-z\d]+$/

/** A word without case, accents and compatibility forms. */
export const folded = (word: string): string =>
  word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().normalize('NFC')

function sharedLetters(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/** Whether two folded words are forms of one word: they begin alike, and differ in known endings only. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const shared = sharedLetters(a, b)
  const [x, y] = [a.slice(shared), b.slice(shared)]
  if (shared < 3) return false
  if (shared === 3) return short.has(x) && short.has(y)
  if (latin.test(a) && latin.test(b)) return endings.has(x) && endings.has(y)
  return x.length <= 3 && y.length <= 3
}

/** Words that can be asked for in any of their forms. */
export class WordForms {
  readonly #byBeginning = new Map<string, Set<string>>()

  add(word: string): void {
    const beginning = word.slice(0, 3)
    const known = this.#byBeginning.get(beginning) ?? new Set()
    this.#byBeginning.set(beginning, known.add(word))
  }

  has(word: string): boolean {
    const near = this.#byBeginning.get(word.slice(0, 3))
    if (!near) return false
    if (near.has(word)) return true
    for (const one of near) if (isSameWord(one, word)) return true
    return false
  }
}
