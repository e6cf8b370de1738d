import { useGroupNames } from '../../../participants/index.ts'
import { StakeholderMark } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { takesReplies } from '../../../requests/index.ts'
import { commentAddress } from '../address.ts'
import { words } from '../words.ts'
import type { CommentPageProps } from './comment-page-props.ts'

/** The replies to a comment, and the way to write one while the round is open. */
export function Replies({ comment, request, replies, groups, now }: CommentPageProps) {
  const t = useWords(words)
  const called = useGroupNames()
  const open = comment.shown !== undefined && takesReplies(request, now)
  if (replies.length === 0 && !open) return null
  const address = `/requests/${encodeURIComponent(request.docket)}/comment`
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">{t('replies')}</h2>
      {replies.length === 0 && <p>{t('noRepliesYet')}</p>}
      <ul class="govuk-list">
        {replies.map(({ number, group }) => (
          <li key={number}>
            <a class="parley-number" href={commentAddress(number)}>
              {number}
            </a>{' '}
            <StakeholderMark code={group} name={called(groups.get(group)?.shortName ?? group)} />
          </li>
        ))}
      </ul>
      {open && (
        <p class="parley-noprint">
          <a href={`${address}?reply=${encodeURIComponent(comment.number)}`}>{t('replyToThis')}</a>
        </p>
      )}
    </section>
  )
}
