import type { CitedWords, SentenceFlag } from './flags.ts'
import { type ReadWord, readSentence } from './read-sentence.ts'
import { WordForms } from './same-word.ts'

/** Of the content words of a sentence at least this share stands in what it cites. */
const COVERED = 0.5
/** So many words after a negation are what it denies. */
const DENIED = 3
const MOST_NAMED = 8

const primary = (language: string) => language.toLowerCase().split('-')[0] ?? ''

const distinct = (found: readonly ReadWord[]): string[] => [
  ...new Map(found.map((word) => [word.folded, word.text])).values(),
]

const named = (found: readonly ReadWord[]) => distinct(found).slice(0, MOST_NAMED)

function formsOf(all: readonly (readonly ReadWord[])[]): WordForms {
  const forms = new WordForms()
  for (const words of all) for (const { folded } of words) forms.add(folded)
  return forms
}

/** Words of the sentence that no excerpt holds: of numbers and names each, of others where they are many. */
function missing(sentence: readonly ReadWord[], forms: WordForms, count: number): SentenceFlag[] {
  const lacks = (kind: ReadWord['kind']) =>
    sentence.filter((word) => word.kind === kind && !forms.has(word.folded))
  // How many excerpts are cited may be said.
  const numbers = lacks('number').filter(({ folded }) => folded !== String(count))
  const names = lacks('name')
  const content = sentence.filter(({ kind }) => kind === 'content' || kind === 'name')
  const bare = content.filter(({ folded }) => !forms.has(folded))
  const share = 1 - distinct(bare).length / distinct(content).length
  return [
    ...(numbers.length > 0 ? [{ kind: 'number', words: named(numbers) } as const] : []),
    ...(names.length > 0 ? [{ kind: 'name', words: named(names) } as const] : []),
    ...(share < COVERED ? [{ kind: 'not-covered', words: named(bare) } as const] : []),
  ]
}

const denies = ({ kind }: ReadWord) => kind === 'negation' || kind === 'opposing'

/** What an excerpt denies of what the sentence speaks of, such as “not mandatory”. */
function deniedOf(excerpt: readonly ReadWord[], said: WordForms): string[] {
  return excerpt.flatMap((word, at) => {
    if (word.kind !== 'negation') return []
    const after = excerpt.slice(at + 1, at + 1 + DENIED)
    const hit = after.findIndex(({ kind, folded }) => kind === 'content' && said.has(folded))
    return hit < 0 ? [] : [[word, ...after.slice(0, hit + 1)].map(({ text }) => text).join(' ')]
  })
}

function negations(
  sentence: readonly ReadWord[],
  excerpts: readonly (readonly ReadWord[])[],
  cited: readonly CitedWords[],
): SentenceFlag[] {
  const said = sentence.filter(denies)
  if (said.length > 0) {
    const denied = excerpts.some((words) => words.some(denies))
    if (denied || cited.some(({ position }) => position === 'oppose')) return []
    return [{ kind: 'negation-added', words: named(said) }]
  }
  const dropped = excerpts.flatMap((words) => deniedOf(words, formsOf([sentence])))
  return dropped.length > 0
    ? [{ kind: 'negation-dropped', words: [...new Set(dropped)].slice(0, MOST_NAMED) }]
    : []
}

/**
 * What a sentence says that no cited excerpt says, as far as words tell: numbers and names that stand in none, a negation
 * that none has or that was left out, and content words of which fewer than half stand there in any of their forms.
 * Stop words and the words by which a summary reports are left out. A plain measure: it finds neither a synonym nor a lie.
 * Across languages words tell nothing, which is said instead.
 */
export function checkCover(
  text: string,
  language: string,
  cited: readonly CitedWords[],
  framing: ReadonlySet<string>,
): SentenceFlag[] {
  const own = primary(language)
  const sentence = readSentence(text, own).map(
    (word): ReadWord => (framing.has(word.folded) ? { ...word, kind: 'filler' } : word),
  )
  const excerpts = cited.map(({ words, language: spoken }) => readSentence(words, primary(spoken)))
  const flags = [
    ...missing(sentence, formsOf(excerpts), cited.length),
    ...negations(sentence, excerpts, cited),
  ]
  const isForeign = cited.some(({ language: spoken }) => primary(spoken) !== own)
  return flags.length > 0 && isForeign ? [{ kind: 'other-language' }] : flags
}
