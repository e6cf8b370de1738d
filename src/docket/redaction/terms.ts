import { foldText } from '../../platform/text/index.ts'

/** Words that stand in every text; English, French, German and Spanish. */
const common = new Set(
  `a about an and are as at be been but by can do for from had has have he her his how i if in into is it its me my no
  not of on or our she so than that the their them then there they this to up us was we were what when where which who
  will with would you your au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur lui mais ne
  nous on ou par pas pour qu que qui sa se ses son sont sur un une vous aber als am an auch auf aus bei das dass dem den
  der des die ein eine einem einen einer er es für hat ich ihr im in ist mit nach nicht noch nur oder sich sie sind so
  und uns vom von vor war was wie wir zu zum zur al como con del el ella en es esta este ha la las lo los más no para
  pero por que se ser si sin su sus un una y`.split(/\s+/),
)

const lettersOf = (words: string): string => foldText(words).searched

/** Words that say nothing by themselves: they stand wherever people write. */
export function isCommon(words: string): boolean {
  const all = words.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)
  return lettersOf(words).length < 3 || all.every((word) => word === '' || common.has(word))
}

export interface Term {
  words: string
  /** It was marked just so, and says something by itself: nobody may publish it elsewhere. */
  binding: boolean
}

/** Names, numbers and addresses within a longer passage: they give it away where they stand alone. */
function telling(words: string): string[] {
  const all = words.split(/\s+/)
  return all.length === 1 ? [] : all.filter((word) => /^\P{L}*\p{Lu}|[\p{N}@]/u.test(word) && !isCommon(word))
}

/** What is searched for before anything is published, each once. */
export function termsOf(redacted: readonly string[]): Term[] {
  const terms = new Map<string, Term>()
  for (const words of redacted) terms.set(lettersOf(words), { words, binding: !isCommon(words) })
  for (const words of redacted.flatMap(telling)) {
    const letters = lettersOf(words)
    if (!terms.has(letters)) terms.set(letters, { words, binding: false })
  }
  terms.delete('')
  return [...terms.values()]
}
