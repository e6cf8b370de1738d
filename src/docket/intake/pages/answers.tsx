import { CharacterCount, Details, Select, Tag } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Question, RequestForComment } from '../../../requests/index.ts'
import { LONGEST_TEXT, publications } from '../../comments/model.ts'
import {
  type CommentForm,
  FREE_TEXT,
  fieldOf,
  type Problem,
  publicationFieldOf,
  writtenOf,
} from '../model.ts'
import { problemAt } from '../sentence-for.ts'
import { words } from '../words.ts'
import { IssueFields } from './issue-fields.tsx'

interface Props {
  request: Pick<RequestForComment, 'questions'>
  form: CommentForm
  problems: readonly Problem[]
  few?: readonly number[] | undefined
}

export function Answers({ request: { questions }, form, problems, few }: Props) {
  const t = useWords(words)
  const short = questions.filter(({ number }) => few?.includes(number))
  const written = { form, problems }
  if (short.length === 0 || short.length === questions.length) {
    return (
      <>
        <AnswersHead />
        <AnswersTo questions={questions} {...written} />
        <Answer {...written} alone={questions.length === 0} />
      </>
    )
  }
  const rest = questions.filter((question) => !short.includes(question))
  return (
    <>
      <AnswersHead />
      <AnswersTo questions={short} {...written} />
      <Details summary={t('otherQuestions', { count: rest.length })} open={isTouched(written, rest)}>
        <AnswersTo questions={rest} {...written} />
        <Answer {...written} />
      </Details>
    </>
  )
}

type Written = Pick<Props, 'form' | 'problems'>

/** Whether something is written, or wrong, among these questions or in the free text: then they are not folded. */
function isTouched({ form, problems }: Written, questions: readonly Question[]): boolean {
  const numbers = [FREE_TEXT, ...questions.map(({ number }) => number)]
  const fields = numbers.flatMap((number) => [fieldOf(number), publicationFieldOf(number)])
  return (
    writtenOf(form).some(({ question }) => numbers.includes(question)) ||
    problems.some(({ field }) => fields.includes(field))
  )
}

function AnswersHead() {
  const t = useWords(words)
  return (
    <>
      <h2 class="govuk-heading-m">{t('answersLegend')}</h2>
      <p class="govuk-hint">{t('textHint')}</p>
    </>
  )
}

const AnswersTo = ({ questions, ...written }: Written & { questions: readonly Question[] }) =>
  questions.map((question) => <Answer key={question.number} question={question} {...written} />)

interface AnswerProps extends Written {
  question?: Question
  alone?: boolean
}

/** One text with its own publication choice; without a question it is what the sender says freely. */
function Answer(props: AnswerProps) {
  const { question, form, problems, alone = false } = props
  const t = useWords(words)
  if (question?.asksForIssues) return <IssuesAnswer {...props} question={question} />
  const number = question?.number ?? FREE_TEXT
  const written = form.answers.find((one) => one.question === number)
  return (
    <div class="parley-answer">
      <CharacterCount
        name={fieldOf(number)}
        label={question ? <Asked question={question} /> : t(alone ? 'freeTextOnly' : 'freeText')}
        labelClass="govuk-label--s"
        hint={question?.hint && <bdi>{question.hint}</bdi>}
        limit={LONGEST_TEXT}
        rows={question ? 6 : 8}
        value={written?.text}
        error={problemAt(problems, fieldOf(number), t)}
      />
      <PublicationChoice {...props} />
    </div>
  )
}

/** Ranks and proposals, and what is said beside them, under one choice. */
function IssuesAnswer(props: AnswerProps & { question: Question }) {
  const { question, form, problems } = props
  const t = useWords(words)
  const field = fieldOf(question.number)
  return (
    <div class="parley-answer">
      <IssueFields {...{ question, form, problems }} label={<Asked question={question} />} />
      <CharacterCount
        name={field}
        label={t('remarkLabel')}
        labelClass="govuk-label--s"
        limit={LONGEST_TEXT}
        rows={3}
        value={form.answers.find((one) => one.question === question.number)?.text}
        error={problemAt(problems, field, t)}
      />
      <PublicationChoice {...props} />
    </div>
  )
}

function PublicationChoice({ question, form, problems }: AnswerProps) {
  const t = useWords(words)
  const number = question?.number ?? FREE_TEXT
  return (
    <Select
      name={publicationFieldOf(number)}
      label={question ? t('publishThisOf', { number }) : t('publishFreeText')}
      options={[
        { value: '', text: t('publishAsWhole') },
        ...publications.map((one) => ({ value: one, text: t(`publish-${one}`) })),
      ]}
      value={form.answers.find((one) => one.question === number)?.publication ?? ''}
      error={problemAt(problems, publicationFieldOf(number), t)}
    />
  )
}

function Asked({ question: { number, text, priority, issues } }: { question: Question }) {
  const t = useWords(words)
  return (
    <>
      <span class="govuk-caption-m">
        {t('questionNumber', { number })} {priority && <Tag>{t('questionPriority')}</Tag>}
        {issues.length > 0 && ` ${t('issues', { issues: issues.map(({ title }) => title).join(', ') })}`}
      </span>
      <bdi>{text}</bdi>
    </>
  )
}
