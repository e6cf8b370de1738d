import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { readIssueAnswer } from '../../comments/issue-answer/model.ts'
import type { Publication, SupersededAs } from '../../comments/model.ts'
import type { WholeComment } from '../../comments/read-whole.ts'
import { newCode, newIdempotencyKey } from '../../comments/secrets.ts'
import type { NamedSignatory } from '../../comments/signatories/model.ts'
import type { DraftFile } from '../draft-file.ts'
import { askedIssues } from '../issues/asked-issues.ts'
import type { AskedIssues, IssueFields } from '../issues/model.ts'
import { type CommentForm, FREE_TEXT, interestsInto } from '../model.ts'
import { emptyForm } from '../read-form.ts'

/** A form filled with what a comment says, for one that is to take its place. */
export function formAgain(
  comment: WholeComment,
  commentKey: string,
  as: SupersededAs,
  request: Pick<RequestForComment, 'questions'>,
  now: Instant,
): { form: CommentForm; files: DraftFile[] } {
  const { answers, attachments, particulars } = comment
  const asked = askedIssues(request)
  const whole = wholeChoice([...attachments, ...answers].map(({ publication }) => publication))
  const form: CommentForm = {
    ...emptyForm(comment.language),
    ...interestsInto(comment.interests.declared),
    interestsConfidential: comment.interests.confidential ? 'yes' : '',
    key: newIdempotencyKey(),
    code: newCode(),
    supersedes: comment.number,
    supersedesKey: commentKey,
    as,
    publication: whole,
    replyTo: (comment.repliesTo ?? []).map(({ number }) => number).join(' '),
    group: comment.group,
    country: comment.country ?? '',
    name: particulars.name ?? '',
    email: particulars.email ?? '',
    organisation: particulars.organisation ?? '',
    capacity: particulars.capacity ?? '',
    ...issuesIn(answers, asked),
    answers: answers.map(({ question, text, publication }) => ({
      question: question?.number ?? FREE_TEXT,
      text: question && asked.has(question.number) ? readIssueAnswer(text).remark : text,
      publication: publication === whole ? '' : publication,
    })),
  }
  const files = attachments.map(({ publication: _, ...file }) => ({
    ...file,
    id: newId<'draft-file'>(now.getTime()),
  }))
  return { form, files }
}

export const signatoriesAgain = (signing: readonly NamedSignatory[]): CommentForm['signatories'] =>
  signing.map(({ name, country = '', email = '' }) => ({ name, country, email }))

function issuesIn(answers: WholeComment['answers'], asked: AskedIssues): IssueFields {
  const read = answers.flatMap(({ question, text }) =>
    question && asked.has(question.number)
      ? [{ question: question.number, answer: readIssueAnswer(text) }]
      : [],
  )
  return {
    ranks: read.flatMap(({ question, answer }) =>
      answer.ranked.map(({ issue, rank }) => ({ question, issue, rank: String(rank) })),
    ),
    proposals: read.flatMap(({ question, answer }) => answer.proposals.map((one) => ({ question, ...one }))),
  }
}

/** Files go by the choice for the whole comment, so that theirs is the one that was made for it. */
const wholeChoice = (choices: readonly Publication[]): Publication | '' => choices[0] ?? ''
