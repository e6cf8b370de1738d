import { CharacterCount, Details, Select, Tag } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Question, RequestForComment } from '../../../requests/index.ts'
import { LONGEST_TEXT, publications } from '../../comments/model.ts'
import { type CommentForm, FREE_TEXT, fieldOf, type Problem, publicationFieldOf } from '../model.ts'
import { problemAt } from '../sentence-for.ts'
import { words } from '../words.ts'

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
    form.answers.some(({ question, text }) => numbers.includes(question) && text !== '') ||
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
function Answer({ question, form, problems, alone = false }: AnswerProps) {
  const t = useWords(words)
  const number = question?.number ?? FREE_TEXT
  const written = form.answers.find((one) => one.question === number)
  const label = question ? <Asked question={question} /> : t(alone ? 'freeTextOnly' : 'freeText')
  return (
    <div class="parley-answer">
      <CharacterCount
        name={fieldOf(number)}
        label={label}
        labelClass="govuk-label--s"
        hint={question?.hint}
        limit={LONGEST_TEXT}
        rows={question ? 6 : 8}
        value={written?.text}
        error={problemAt(problems, fieldOf(number), t)}
      />
      <Select
        name={publicationFieldOf(number)}
        label={question ? t('publishThisOf', { number }) : t('publishFreeText')}
        options={[
          { value: '', text: t('publishAsWhole') },
          ...publications.map((one) => ({ value: one, text: t(`publish-${one}`) })),
        ]}
        value={written?.publication ?? ''}
        error={problemAt(problems, publicationFieldOf(number), t)}
      />
    </div>
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
      {text}
    </>
  )
}
