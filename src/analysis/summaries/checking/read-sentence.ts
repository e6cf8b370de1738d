import { readWords } from '../../phrases/read-words.ts'
import { stopWordsOf } from '../../phrases/stop-words.ts'
import { folded } from './same-word.ts'
import { framingOf, negationsOf, numberNamed, opposingOf } from './word-lists.ts'

export interface ReadWord {
  /** As it is written. */
  text: string
  folded: string
  kind: 'content' | 'number' | 'name' | 'negation' | 'opposing' | 'filler'
}

/** Where a name cannot be told from the first word of a sentence. */
const begins = /(?:^|[.!?:;…“„«"'‘(¿¡])\s*$/u
const acronym = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}]+s?$/u
const capital = /^\p{Lu}/u

/** In German every noun has a capital: only letters all in capitals tell a name. */
function isName(text: string, before: string, language: string): boolean {
  if (acronym.test(text)) return true
  return language !== 'de' && capital.test(text) && !begins.test(before)
}

function kindOf(plain: string, text: string, before: string, language: string): ReadWord['kind'] {
  if (/\p{N}/u.test(plain) || numberNamed(language, plain) !== undefined) return 'number'
  if (negationsOf(language).has(plain)) return 'negation'
  if (opposingOf(language).has(plain)) return 'opposing'
  if (framingOf(language).has(plain)) return 'filler'
  if (isName(text, before, language)) return 'name'
  return stopWordsOf(language).has(plain) || (plain.length < 2 && /^[a-z]$/.test(plain))
    ? 'filler'
    : 'content'
}

/** The words of a text, each told by what hangs on it. */
export function readSentence(text: string, language: string): ReadWord[] {
  return Array.from(readWords(text, language), ({ start, end, plain }) => {
    const written = text.slice(start, end)
    const before = text.slice(Math.max(0, start - 4), start)
    const named = numberNamed(language, plain)
    return {
      text: written,
      folded: named ?? folded(plain),
      kind: kindOf(plain, written, before, language),
    }
  })
}
