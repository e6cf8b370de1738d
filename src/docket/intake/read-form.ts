import { notStated } from '../../participants/index.ts'
import { tidyName } from '../../platform/text/index.ts'
import { fieldsOfIssues, isIssueField, readIssueFields } from './issues/issue-fields.ts'
import { type CommentForm, FREE_TEXT, fieldOf, publicationFieldOf } from './model.ts'
import {
  fieldsOfSignatories,
  isSignatoryField,
  noSignatories,
  readSignatoryFields,
} from './signatories/signatory-fields.ts'

/** What a form body holds, once it is read: each name with its words, in the order in which they came. */
export type Fields = readonly (readonly [name: string, text: string])[]

const plain = [
  'key',
  'code',
  'supersedes',
  'supersedesKey',
  'as',
  'replyTo',
  'publication',
  'group',
  'capacity',
  'name',
  'organisation',
  'email',
  'country',
  'language',
  'interestFunding',
  'interestOwnership',
  'interestEmployment',
  'interestStandards',
  'interestOther',
  'interestsConfidential',
] as const

type Plain = (typeof plain)[number]

/** Names of buttons and of the file field: they say what to do, not what is meant. */
const acts = ['act', 'files']

const answerField = /^(?:answer-([1-9]\d{0,4})|(free-text))$/
const publicationField = /^(?:publish-answer-([1-9]\d{0,4})|(publish-free-text))$/

function numberIn(pattern: RegExp, name: string): number | undefined {
  const found = pattern.exec(name)
  if (!found) return undefined
  return found[2] ? FREE_TEXT : Number(found[1])
}

function isPlain(name: string): name is Plain {
  return (plain as readonly string[]).includes(name)
}

export function emptyForm(language: string): CommentForm {
  const blank = Object.fromEntries(plain.map((name) => [name, ''])) as Record<Plain, string>
  return {
    ...blank,
    language,
    group: notStated,
    ...noSignatories,
    answers: [],
    ranks: [],
    proposals: [],
    unknown: [],
  }
}

/** Puts every field where it belongs; what has no place here is kept and named. */
export function readForm(fields: Fields): CommentForm {
  const form = { ...emptyForm(''), group: '', ...readIssueFields(fields), ...readSignatoryFields(fields) }
  const answers = new Map<number, { text: string; publication: string }>()
  const answerOf = (question: number) => {
    const known = answers.get(question) ?? { text: '', publication: '' }
    answers.set(question, known)
    return known
  }
  for (const [name, text] of fields) {
    const [asText, asPublication] = [numberIn(answerField, name), numberIn(publicationField, name)]
    if (asText !== undefined) answerOf(asText).text = text
    else if (asPublication !== undefined) answerOf(asPublication).publication = text
    else if (isPlain(name)) form[name] = oneLine(name, text)
    else if (!isIssueField(name) && !isSignatoryField(name) && !acts.includes(name) && text !== '')
      form.unknown.push([name, text])
  }
  form.answers = [...answers].map(([question, answer]) => ({ question, ...answer }))
  return form
}

function oneLine(name: Plain, text: string): string {
  const told = name === 'name' || name === 'organisation' || name.startsWith('interest')
  return told ? tidyName(text) : text.trim()
}

/** The form as hidden fields, so that a page in between loses nothing. */
export function fieldsOf(form: CommentForm): Fields {
  return [
    ...plain.map((name) => [name, form[name]] as const),
    ...form.answers.flatMap(
      ({ question, text, publication }) =>
        [
          [fieldOf(question), text],
          [publicationFieldOf(question), publication],
        ] as const,
    ),
    ...fieldsOfIssues(form),
    ...fieldsOfSignatories(form),
  ].filter(([, text]) => text !== '')
}
