import { Colon, Tag } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Question } from '../model.ts'
import { words } from '../words.ts'

/** So many questions anybody can read at once. */
const FEW = 3

interface Props {
  questions: readonly Question[]
  lang: string
  /** Of a request that is published: where what came in on its issues stands. */
  docket?: string | undefined
}

export function Questions({ questions, lang, docket }: Props) {
  const t = useWords(words)
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questions')}</h2>
      {questions.length === 0 && <p>{t('noQuestions')}</p>}
      <ol class="parley-numbered">
        {questions.map((question) => (
          <QuestionItem key={question.id} {...{ lang, docket }} {...question} />
        ))}
      </ol>
    </section>
  )
}

function QuestionItem({ lang, docket, ...question }: Question & Omit<Props, 'questions'>) {
  const { number, text, hint, issues, priority, asksForIssues } = question
  const t = useWords(words)
  return (
    <li id={`question-${number}`}>
      <h3>
        {t('question', { number })}{' '}
        <a class="parley-permalink" href={`#question-${number}`} aria-label={t('linkToQuestion', { number })}>
          #
        </a>
        {priority && <Tag colour="green">{t('mattersMost')}</Tag>}
      </h3>
      <p class="parley-document" lang={lang}>
        {text}
      </p>
      {hint && (
        <p class="parley-muted" lang={lang}>
          {hint}
        </p>
      )}
      {asksForIssues && (
        <p>
          {t('issuesAskedNote', { count: issues.length })}
          {docket && (
            <>
              {' '}
              <a href={`/requests/${docket}/issues`}>{t('issuesAskedSee')}</a>
            </>
          )}
        </p>
      )}
      {issues.length > 0 && (
        <p>
          {t('onIssues', { count: issues.length })}{' '}
          {issues.map((issue, at) => (
            <span key={issue.id}>
              {at > 0 && ', '}
              <a href={`#issue-${issue.number}`}>
                {issue.number}. {issue.title}
              </a>
            </span>
          ))}
        </p>
      )}
    </li>
  )
}

/** The few questions that a convenor would most like answered, on the first screen, and the way to one's own few. */
export function FifteenMinutes({ docket, questions, lang }: Props & { docket: string }) {
  const t = useWords(words)
  const few = questions.filter((question) => question.priority)
  if (few.length === 0 && questions.length <= FEW) return null
  return (
    <section aria-labelledby="fifteen-minutes">
      <h2 id="fifteen-minutes">{t('fifteenMinutes')}</h2>
      {few.length > 0 && <p>{t('fifteenMinutesIntro')}</p>}
      {few.length > 0 && (
        <ul>
          {few.map(({ number, text }) => (
            <li key={number}>
              <a href={`#question-${number}`}>{t('question', { number })}</a>
              <Colon />
              <span lang={lang}>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {questions.length > FEW && (
        <p>
          <a href={`/requests/${docket}/fifteen-minutes`}>{t('fifteenMinutesWay')}</a>
        </p>
      )}
    </section>
  )
}
