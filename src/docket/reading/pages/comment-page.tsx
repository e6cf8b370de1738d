import { Caption, Document, Pagination } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { commentAddress } from '../address.ts'
import { words } from '../words.ts'
import { Answers } from './answers.tsx'
import { Attachments } from './attachments.tsx'
import { Citation } from './citation.tsx'
import type { CommentPageProps } from './comment-page-props.ts'
import { whoOf } from './comment-table.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Notices } from './notices.tsx'
import { Replies } from './replies.tsx'
import { Signatories } from './signatories.tsx'
import { TrackingNumber } from './tracking-number.tsx'

export function CommentPage(props: CommentPageProps) {
  const { comment, request, neighbours, mayModerate, beside, ledTo } = props
  const t = useWords(words)
  const name = whoOf(comment)
  const title = name
    ? t('commentTitle', { number: comment.number, name })
    : t('comment', { number: comment.number })
  return (
    <Document
      title={title}
      process={useProcessBand(props.process, props.now, request)}
      back={{ href: `/requests/${request.docket}/comments`, text: t('back') }}
    >
      <Caption>{request.title}</Caption>
      <h1>
        {name
          ? t.rich('commentBy', {
              name,
              number: () => <TrackingNumber key="number" number={comment.number} />,
            })
          : title}
      </h1>
      {mayModerate && (
        <p class="parley-noprint">
          <a href={`${commentAddress(comment.number)}/moderation`}>{t('moderate')}</a>
        </p>
      )}
      <Notices {...props} />
      {comment.shown && <Facts {...props} shown={comment.shown} />}
      <Signatories {...props} />
      <Answers {...props} />
      <Attachments {...props} />
      {beside.length > 0 && (
        <aside aria-label={t('beside')} class="parley-beside">
          {beside}
        </aside>
      )}
      {ledTo.length > 0 && (
        <section aria-labelledby="led-to">
          <h2 id="led-to">{t('ledTo')}</h2>
          {ledTo}
        </section>
      )}
      <Replies {...props} />
      <History {...props} />
      {comment.shown && <Citation {...props} />}
      <Pagination
        previous={neighbours.previous ? step(neighbours.previous, t('previousComment')) : undefined}
        next={neighbours.next ? step(neighbours.next, t('nextComment')) : undefined}
      />
    </Document>
  )
}

const step = (number: string, text: string) => ({ href: commentAddress(number), text, label: number })
