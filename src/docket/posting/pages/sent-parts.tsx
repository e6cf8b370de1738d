import { ClaimedText, Details, Stamp } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { paragraphsOf } from '../../../platform/text/index.ts'
import type { Publication } from '../../comments/model.ts'
import type { SentText, WholeWaiting } from '../read-waiting.ts'
import { words } from '../words.ts'

const publications = {
  'with-name': 'willWithName',
  'without-name': 'willWithoutName',
  confidential: 'isConfidential',
} as const

function PublicationStamp({ publication }: { publication: Publication }) {
  const t = useWords(words)
  const tone = publication === 'confidential' ? 'danger' : 'success'
  return (
    <p>
      <Stamp tone={tone}>{t(publications[publication])}</Stamp>
    </p>
  )
}

function Words({ text, prefix, language }: { text: SentText; prefix: string; language: string }) {
  const t = useWords(words)
  if (text === undefined) return null
  if (text === 'hidden') return <p>{t('confidentialHidden')}</p>
  if (text === 'erased') return <p>{t('erased')}</p>
  const paragraphs = paragraphsOf(text.text).map(({ number, start, end }) => ({
    id: `${prefix}-p${number}`,
    text: text.text.slice(start, end),
  }))
  return <ClaimedText lang={language} paragraphs={paragraphs} />
}

/** Everything that was sent, each part saying whether it will be public. */
export function SentParts({ answers, attachments, comment }: WholeWaiting) {
  const t = useWords(words)
  return (
    <>
      {answers.map(({ sent, question, text }, at) => (
        <section key={sent.id} aria-labelledby={`answer-${at + 1}`}>
          <h2 id={`answer-${at + 1}`}>
            {question ? t('question', { number: question.number, text: question.text }) : t('freeText')}
          </h2>
          <PublicationStamp publication={sent.publication} />
          <Words text={text} prefix={`answer-${at + 1}`} language={comment.language} />
        </section>
      ))}
      {attachments.map((attachment) => (
        <SentFile key={attachment.sent.id} comment={comment} {...attachment} />
      ))}
    </>
  )
}

type FileProps = WholeWaiting['attachments'][number] & Pick<WholeWaiting, 'comment'>

function SentFile({ sent, text, comment }: FileProps) {
  const t = useWords(words)
  const number = sent.position + 1
  const id = `attachment-${number}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('attachment', { number, name: sent.name })}</h2>
      <PublicationStamp publication={sent.publication} />
      {!comment.named && sent.publication !== 'confidential' && <p>{t('fileHidden')}</p>}
      {text !== 'hidden' && (
        <p>
          <a href={`/comments/${comment.number}/moderation/attachments/${number}`}>{t('save')}</a>
        </p>
      )}
      {text === undefined ? (
        <p>
          {sent.extraction === 'waiting'
            ? t('stillReading')
            : t('noText', { why: sent.note?.replaceAll('-', '_') ?? '' })}
        </p>
      ) : (
        <Details summary={t('readText')}>
          <Words text={text} prefix={id} language={comment.language} />
        </Details>
      )}
    </section>
  )
}
