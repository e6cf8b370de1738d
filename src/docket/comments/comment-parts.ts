import { type Part, partOf, partOfFile, partsOfText } from '../../record/index.ts'
import type { Arrival } from './model.ts'

/** What a comment says of itself; the address for its receipt is no part of it. */
export type Said = Pick<
  Arrival,
  'answers' | 'attachments' | 'particulars' | 'language' | 'group' | 'country' | 'repliesTo' | 'signatories'
>

/** How the parts of an answer are labelled, in receipts and wherever a part of a leaf is looked up. */
export function answerLabel(number: number | undefined): string {
  return number === undefined ? 'free text' : `answer to question ${number}`
}

export function attachmentLabel(position: number): string {
  return `attachment ${position + 1}`
}

/** The label of the names that sign: one paragraph for each, so that each can be erased by itself. */
export const SIGNATORIES = 'signatories'

/** Everything that a comment's leaf commits to, part by part, in an order that never changes. */
export function partsOf({
  answers,
  attachments,
  particulars,
  language,
  group,
  country,
  repliesTo = [],
  signatories = [],
}: Said): Part[] {
  const facts: [string, string | undefined][] = [
    ['name', particulars.name],
    ['organisation', particulars.organisation],
    ['capacity', particulars.capacity],
    ['stakeholder group', group],
    ['language', language],
    ['country', country],
    ['in reply to', repliesTo.length > 0 ? repliesTo.map(({ number }) => number).join(', ') : undefined],
    ...answers.map(({ question, publication }): [string, string] => [
      `publication of ${answerLabel(question?.number)}`,
      publication,
    ]),
    ...attachments.map(({ publication }, at): [string, string] => [
      `publication of ${attachmentLabel(at)}`,
      publication,
    ]),
  ]
  return [
    ...answers.flatMap(({ question, text }) => partsOfText(answerLabel(question?.number), text)),
    ...attachments.map((file, at) => partOfFile(attachmentLabel(at), file)),
    ...facts.flatMap(([label, text]) => (text === undefined ? [] : [partOf(label, text)])),
    ...partsOfText(SIGNATORIES, signatories.map(({ name }) => name).join('\n\n')),
  ]
}
