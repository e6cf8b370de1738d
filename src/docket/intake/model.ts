import {
  type Interest,
  type InterestKind,
  interestKinds,
  LONGEST_INTEREST,
} from '../../participants/interests/model.ts'
import { isNamed, LONGEST_TEXT, type Publication, publications } from '../comments/model.ts'
import {
  type AskedIssues,
  type IssueFields,
  type IssueProblemKind,
  issueProblems,
  issueText,
  questionsIn,
} from './issues/model.ts'
import { type SignatoryFields, type SignatoryProblemKind, signatoryProblems } from './signatories/model.ts'

/** Number of the free text among the answers: questions are counted from 1. */
export const FREE_TEXT = 0

/** One text as it stands in the form; no publication of its own means that of the whole comment. */
export interface WrittenAnswer {
  question: number
  text: string
  publication: string
}

/** What a person typed, as they typed it: nothing is dropped before it was taken. */
export interface CommentForm extends IssueFields, SignatoryFields {
  /** The idempotency key: made with the form, so that a second click is the same comment. */
  key: string
  /** The resume code of the draft behind the form. */
  code: string
  /** The number of the earlier comment whose place this one takes, and how. */
  supersedes: string
  /** The comment key of that earlier one: whoever sends this must hold it. */
  supersedesKey: string
  as: string
  /** The numbers of the comments that it answers, as typed. */
  replyTo: string
  answers: WrittenAnswer[]
  publication: string
  group: string
  capacity: string
  name: string
  organisation: string
  email: string
  country: string
  language: string
  /** What the sender has at stake, by kind; empty where nothing is declared. */
  interestFunding: string
  interestOwnership: string
  interestEmployment: string
  interestStandards: string
  interestOther: string
  /** Anything but empty: only those entitled are shown them. */
  interestsConfidential: string
  /** Fields that this form does not have, with what they said. */
  unknown: [name: string, text: string][]
}

export type ProblemKind =
  | IssueProblemKind
  | SignatoryProblemKind
  | 'nothingSaid'
  | 'tooLong'
  | 'publicationMissing'
  | 'publicationUnknown'
  | 'groupUnknown'
  | 'capacityUnknown'
  | 'organisationMissing'
  | 'nameMissing'
  | 'nameTooLong'
  | 'emailWrong'
  | 'interestTooLong'
  | 'countryUnknown'
  | 'languageUnknown'
  | 'keyMissing'
  | 'apiKeyMissing'
  | 'questionTwice'
  | 'supersessionUnknown'
  | 'questionUnknown'
  | 'fieldUnknown'
  | 'fileRefused'
  | 'brokenOff'
  | 'sentBefore'
  | 'keptTooLarge'
  | 'refusedWithdrawn'
  | 'refusedSuperseded'
  | 'replyNotOpen'
  | 'replyUnknown'
  | 'repliesMany'

/** One thing to mend: the field it stands at, and what its sentence needs to know. */
export interface Problem {
  field: string
  kind: ProblemKind
  values?: Record<string, string | number>
}

/** What a form is held against. */
export interface Choices {
  questions: readonly number[]
  issues: AskedIssues
  groups: readonly string[]
  capacities: readonly string[]
  countries: readonly string[]
  isAddress(text: string): boolean
  /** The code of a country that is named by its code or its name. */
  countryNamed(text: string): string | undefined
  /** How many files came with it. */
  files: number
}

export const LONGEST_NAME = 200

export const fieldOf = (question: number): string =>
  question === FREE_TEXT ? 'free-text' : `answer-${question}`

export const publicationFieldOf = (question: number): string =>
  question === FREE_TEXT ? 'publish-free-text' : `publish-answer-${question}`

export const isPublication = (text: string): text is Publication =>
  (publications as readonly string[]).includes(text)

const typedIn = (form: CommentForm) => form.answers.filter(({ text }) => text.trim() !== '')

/** Every answer that says something; ranks and proposals are one text with what is said to their question. */
export function writtenOf(form: CommentForm, asked?: AskedIssues): WrittenAnswer[] {
  const questions = questionsIn(form)
  const composed = questions.map((question) => {
    const own = form.answers.find((one) => one.question === question)
    const text = issueText(form, question, own?.text ?? '', asked)
    return { question, text, publication: own?.publication ?? '' }
  })
  return [...typedIn(form).filter(({ question }) => !questions.includes(question)), ...composed]
}

/** The choice for one answer: its own where there is one, else that of the whole comment. */
export const chosenFor = (form: CommentForm, answer: WrittenAnswer): string =>
  answer.publication || form.publication

/** Length in UTF-16 units, a line end counted as one however the browser sends it. */
export const lengthOf = (text: string): number => text.replaceAll('\r\n', '\n').length

/** Under 22 letters a key could be guessed, and whoever has it is given the comment key. */
export const isIdempotencyKey = (text: string): boolean => /^[\x21-\x7e]{22,200}$/.test(text)

export function problemsOf(form: CommentForm, choices: Choices): Problem[] {
  return [
    ...form.unknown.map(
      ([name, text]): Problem => ({ field: 'form', kind: 'fieldUnknown', values: { name, text } }),
    ),
    ...writtenProblems(form, choices),
    ...issueProblems(form, choices.issues),
    ...publicationProblems(form, choices),
    ...senderProblems(form, choices),
    ...interestProblems(form),
    ...signatoryProblems(form, choices),
    ...placeProblems(form, choices),
    ...(isIdempotencyKey(form.key) ? [] : [{ field: 'form', kind: 'keyMissing' } as const]),
  ]
}

const typedText = (form: CommentForm, question: number) =>
  typedIn(form).find((one) => one.question === question)?.text

function writtenProblems(form: CommentForm, { questions, files }: Choices): Problem[] {
  const written = writtenOf(form)
  const first = questions[0] ?? FREE_TEXT
  const problems = written.flatMap(({ question, text }): Problem[] => {
    const field = fieldOf(question)
    if (question !== FREE_TEXT && !questions.includes(question)) {
      if (questionsIn(form).includes(question)) return []
      return [{ field: 'form', kind: 'questionUnknown', values: { question, text } }]
    }
    if (
      typedIn(form).some((other) => other.question === question && other.text !== typedText(form, question))
    ) {
      return [{ field, kind: 'questionTwice', values: { question } }]
    }
    const over = lengthOf(text) - LONGEST_TEXT
    return over > 0 ? [{ field, kind: 'tooLong', values: { over, limit: LONGEST_TEXT } }] : []
  })
  if (written.length === 0 && files === 0) problems.push({ field: fieldOf(first), kind: 'nothingSaid' })
  return problems
}

function publicationProblems(form: CommentForm, { files }: Choices): Problem[] {
  const written = writtenOf(form)
  const wrong = [
    { field: 'publication', chosen: form.publication },
    ...written.map((one) => ({ field: publicationFieldOf(one.question), chosen: one.publication })),
  ].filter(({ chosen }) => chosen !== '' && !isPublication(chosen))
  const open = written.some((one) => chosenFor(form, one) === '') || (files > 0 && form.publication === '')
  const nothing = written.length === 0 && files === 0
  return [
    ...wrong.map(({ field }): Problem => ({ field, kind: 'publicationUnknown' })),
    ...(open && !nothing ? [{ field: 'publication', kind: 'publicationMissing' } as const] : []),
  ]
}

/** Every choice that holds in this comment; files go by the choice for the whole. */
export function choicesOf(form: CommentForm, files: number): Publication[] {
  const chosen = writtenOf(form).map((one) => chosenFor(form, one))
  return (files > 0 ? [...chosen, form.publication] : chosen).filter(isPublication)
}

function senderProblems(form: CommentForm, { capacities, files, isAddress }: Choices): Problem[] {
  const speaksForItself = form.capacity === '' || form.capacity === 'in-own-name'
  const nameless = form.name.trim() === '' && form.organisation.trim() === ''
  const rules: [boolean, Problem][] = [
    [isNamed(choicesOf(form, files)) && nameless, { field: 'name', kind: 'nameMissing' }],
    [form.name.length > LONGEST_NAME, { field: 'name', kind: 'nameTooLong' }],
    [form.organisation.length > LONGEST_NAME, { field: 'organisation', kind: 'nameTooLong' }],
    [
      form.capacity !== '' && !capacities.includes(form.capacity),
      { field: 'capacity', kind: 'capacityUnknown' },
    ],
    [
      !speaksForItself && form.organisation.trim() === '',
      { field: 'organisation', kind: 'organisationMissing' },
    ],
    [form.email.trim() !== '' && !isAddress(form.email.trim()), { field: 'email', kind: 'emailWrong' }],
  ]
  return rules.filter(([broken]) => broken).map(([, problem]) => problem)
}

/** The field of each kind of interest. */
export const interestFields = {
  funding: 'interestFunding',
  ownership: 'interestOwnership',
  employment: 'interestEmployment',
  standards: 'interestStandards',
  other: 'interestOther',
} as const satisfies Record<InterestKind, keyof CommentForm>

/** Interests as the fields of a form hold them; two of one kind share its field. */
export function interestsInto(interests: readonly Interest[]): Partial<CommentForm> {
  const byKind = Map.groupBy(interests, ({ kind }) => kind)
  const fields = [...byKind].map(([kind, all]) => [
    interestFields[kind],
    all.map(({ words }) => words).join('; '),
  ])
  return Object.fromEntries(fields)
}

/** What is declared in the form. */
export const interestsIn = (form: CommentForm): Interest[] =>
  interestKinds.flatMap((kind) => {
    const words = form[interestFields[kind]]
    return words === '' ? [] : [{ kind, words }]
  })

function interestProblems(form: CommentForm): Problem[] {
  return interestsIn(form).flatMap(({ kind, words }): Problem[] =>
    words.length > LONGEST_INTEREST
      ? [{ field: interestFields[kind], kind: 'interestTooLong', values: { limit: LONGEST_INTEREST } }]
      : [],
  )
}

function placeProblems(form: CommentForm, { groups, countries }: Choices): Problem[] {
  const rules: [boolean, Problem][] = [
    [!groups.includes(form.group), { field: 'group', kind: 'groupUnknown' }],
    [form.country !== '' && !countries.includes(form.country), { field: 'country', kind: 'countryUnknown' }],
    [!isLanguage(form.language), { field: 'language', kind: 'languageUnknown' }],
    [
      form.supersedes !== '' && !['correction', 'new-version'].includes(form.as),
      { field: 'as', kind: 'supersessionUnknown' },
    ],
  ]
  return rules.filter(([broken]) => broken).map(([, problem]) => problem)
}

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** `EXAMPLE-2026-0001` of `EXAMPLE-2026-0001-0042`. */
export const docketOfNumber = (number: string): string => number.replace(/-\d+$/, '')
