import { cleanText } from '../../../platform/text/index.ts'
import { type Whose, whoses } from '../model.ts'

export const LONGEST_WORDS = 5000
export const LONGEST_NAME = 200
export const MOST_NUMBERS = 100

/** The form as it was filled in; it goes back with every word of it. */
export interface ClaimForm {
  name: string
  email: string
  whose: string
  words: string
  numbers: string
}

export const emptyForm: ClaimForm = { name: '', email: '', whose: '', words: '', numbers: '' }

/** What somebody claims, fit to be taken. */
export interface Said {
  name: string
  email: string
  whose: Whose
  words: string
  /** The numbers of all comments meant, each once. */
  numbers: readonly string[]
}

export type ClaimProblem =
  | 'nameMissing'
  | 'nameLong'
  | 'emailProblem'
  | 'whoseMissing'
  | 'wordsMissing'
  | 'wordsLong'
  | 'numbersMany'
  | 'numbersUnknown'

/** What is wrong with a field, and what its sentence speaks of. */
export interface Wrong {
  key: ClaimProblem
  values?: Record<string, string | number>
}
export type ClaimProblems = ReadonlyMap<keyof ClaimForm, Wrong>

const numbersIn = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

function wrongText(text: string, limit: number, missing: ClaimProblem, long: ClaimProblem) {
  if (text === '') return { key: missing }
  return text.length > limit ? { key: long, values: { limit, length: text.length } } : undefined
}

/** A claim that can be taken, or what keeps it from being one. `isAddress` is the mail's own rule. */
export function checkClaim(
  form: ClaimForm,
  about: string,
  isAddress: (text: string) => boolean,
): Said | ClaimProblems {
  const [name, email] = [cleanText(form.name).text.trim(), form.email.trim()]
  const words = cleanText(form.words).text.trim()
  const typed = [...new Set(numbersIn(form.numbers))]
  const whose = whoses.find((one) => one === form.whose)
  const found: [keyof ClaimForm, Wrong | undefined][] = [
    ['name', wrongText(name, LONGEST_NAME, 'nameMissing', 'nameLong')],
    ['email', isAddress(email) ? undefined : { key: 'emailProblem' }],
    ['whose', whose ? undefined : { key: 'whoseMissing' }],
    ['words', wrongText(words, LONGEST_WORDS, 'wordsMissing', 'wordsLong')],
    ['numbers', tooMany(typed)],
  ]
  const wrong = found.flatMap(([field, one]): [keyof ClaimForm, Wrong][] => (one ? [[field, one]] : []))
  if (wrong.length > 0 || whose === undefined) return new Map(wrong)
  return { name, email, whose, words, numbers: [...new Set([about, ...typed])] }
}

function tooMany(typed: readonly string[]): Wrong | undefined {
  if (typed.length <= MOST_NUMBERS) return undefined
  return { key: 'numbersMany', values: { limit: MOST_NUMBERS, count: typed.length } }
}

/** Names the numbers that no comment has; of many the first ten. */
export function unknownNumbers(numbers: readonly string[]): ClaimProblems {
  const named = numbers.slice(0, 10).map((number) => number.slice(0, 60))
  const values = { numbers: named.join(', '), more: numbers.length - named.length }
  return new Map([['numbers', { key: 'numbersUnknown', values }]])
}
