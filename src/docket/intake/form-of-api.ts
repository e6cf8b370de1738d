import { tidyName } from '../../platform/text/index.ts'
import type { Question } from '../../requests/index.ts'
import type { IssueFields } from './issues/model.ts'
import { type CommentForm, FREE_TEXT, interestsInto } from './model.ts'
import { emptyForm } from './read-form.ts'
import type { ApiComment } from './schemas.ts'

/** A question that was named but is none of this request. */
export interface StrangeQuestion {
  at: number
  question: string
}

type Asked = Pick<Question, 'id' | 'number'>

/** What a program sent, as the same form a person fills in, so that one set of rules holds for both. */
export function formOfApi(
  sent: ApiComment,
  { questions, language }: { questions: readonly Asked[]; language: string },
  key: string,
): { form: CommentForm; strange: StrangeQuestion[] } {
  const numbers = sent.answers.map(({ question }) => numberOf(question, questions))
  const strange = numbers.flatMap((number, at) =>
    number === undefined ? [{ at, question: String(sent.answers[at]?.question) }] : [],
  )
  const form: CommentForm = {
    ...emptyForm(sent.language ?? language),
    ...(sent.group !== undefined && { group: sent.group }),
    key,
    publication: sent.publication ?? '',
    capacity: sent.capacity ?? '',
    name: sent.name ?? '',
    organisation: sent.organisation ?? '',
    email: sent.email ?? '',
    country: sent.country ?? '',
    ...interestsInto(sent.interests?.map((one) => ({ ...one, words: tidyName(one.words) })) ?? []),
    interestsConfidential: sent.interestsConfidential ? 'yes' : '',
    ...repliesIn(sent),
    signatories: signatoriesOf(sent),
    ...issuesOf(sent, numbers),
    answers: sent.answers.map(({ text = '', publication }, at) => ({
      question: numbers[at] ?? FREE_TEXT,
      text,
      publication: publication ?? '',
    })),
  }
  return { form, strange }
}

const repliesIn = ({ replyTo = [] }: ApiComment) => ({ replyTo: replyTo.join(' ') })

const signatoriesOf = ({ signatories = [] }: ApiComment) =>
  signatories.map(({ name, country = '', email = '' }) => ({
    name: tidyName(name),
    country: country.trim(),
    email: email.trim(),
  }))

type Numbers = readonly (number | undefined)[]

function issuesOf({ answers }: ApiComment, numbers: Numbers): IssueFields {
  const at = (position: number) => ({ question: numbers[position] ?? FREE_TEXT })
  return {
    ranks: answers.flatMap(({ ranking = [] }, position) =>
      ranking.map(({ issue, rank }) => ({ ...at(position), issue, rank: String(rank) })),
    ),
    proposals: answers.flatMap(({ proposals = [] }, position) =>
      proposals.map(({ title, why = '' }) => ({ ...at(position), title, why })),
    ),
  }
}

function numberOf(named: number | string | undefined, questions: readonly Asked[]): number | undefined {
  if (named === undefined) return FREE_TEXT
  return questions.find(({ id, number }) => (typeof named === 'number' ? number === named : id === named))
    ?.number
}
