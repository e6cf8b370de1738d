import { ClaimedText, InsetText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { paragraphsOf } from '../../../platform/text/index.ts'
import type { PublishedText } from '../model.ts'
import type { ReadAnswer } from '../read-comment.ts'
import { words } from '../words.ts'
import { citationOf, useCitation } from './citation.tsx'
import type { CommentPageProps } from './comment-page-props.ts'

/** `q2` for the answer to question 2, `text` for what was said freely. */
export const anchorOf = (number: number | undefined): string => (number === undefined ? 'text' : `q${number}`)

/** The paragraphs with the addresses that permalinks use: `q2-p3`. */
export function addressed({ text }: PublishedText, prefix: string) {
  return paragraphsOf(text).map(({ number, start, end }) => ({
    id: `${prefix}-p${number}`,
    text: text.slice(start, end),
  }))
}

export function Answers(props: CommentPageProps) {
  const { answers, confidential } = props
  const t = useWords(words)
  return (
    <>
      {answers.map((answer) => (
        <Answer key={anchorOf(answer.question?.number)} answer={answer} page={props} />
      ))}
      {confidential.answers > 0 && (
        <InsetText>{t('confidentialAnswers', { count: confidential.answers })}</InsetText>
      )}
    </>
  )
}

function Answer({ answer: { question, text }, page }: { answer: ReadAnswer; page: CommentPageProps }) {
  const t = useWords(words)
  const citation = useCitation(page)
  const anchor = anchorOf(question?.number)
  return (
    <section aria-labelledby={anchor}>
      <h2 id={anchor}>{question ? t('questionOf', question) : t('freeText')}</h2>
      <ClaimedText
        lang={text.language}
        paragraphs={addressed(text, anchor)}
        cite={({ id }) => ({ href: '#cite', text: citationOf(citation, id) })}
      />
    </section>
  )
}
