import { Deadline, InsetText, WarningText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { commentAddress } from '../address.ts'
import { words } from '../words.ts'
import type { CommentPageProps } from './comment-page-props.ts'

/** What a reader must know before the words: why there are none, that they are late, that newer ones stand. */
export function Notices({ comment, late, supersedes, request: { deadline } }: CommentPageProps) {
  const t = useWords(words)
  const { standing, confidential, superseded, supersededBy } = comment
  const link = (number: string) => (
    <a key={number} href={commentAddress(number)}>
      {number}
    </a>
  )
  return (
    <>
      {standing === 'screening' && <InsetText>{t('nowScreening')}</InsetText>}
      {confidential && <InsetText>{t('nowConfidential')}</InsetText>}
      {standing === 'withheld' && <WarningText>{t('nowWithheld')}</WarningText>}
      {standing === 'withdrawn' && <WarningText>{t('nowWithdrawn')}</WarningText>}
      {standing === 'erased' && <WarningText>{t('nowErased')}</WarningText>}
      {superseded && !supersededBy && <WarningText>{t('supersededSilently')}</WarningText>}
      {supersededBy && (
        <WarningText>
          {t.rich('supersededBy', { number: supersededBy, link: () => link(supersededBy) })}
        </WarningText>
      )}
      {supersedes && (
        <InsetText>{t.rich('supersedes', { number: supersedes, link: () => link(supersedes) })}</InsetText>
      )}
      {comment.shown && comment.shown.repliesTo.length > 0 && (
        <InsetText>
          {t('isReply')}{' '}
          {comment.shown.repliesTo.map((number, at) => (
            <span key={number}>
              {at > 0 && ', '}
              {link(number)}
            </span>
          ))}
        </InsetText>
      )}
      {late && (
        <InsetText>
          {t.rich('isLate', {
            deadline: () => <Deadline key="deadline" at={deadline.at} zone={deadline.zone} />,
          })}
        </InsetText>
      )}
    </>
  )
}
