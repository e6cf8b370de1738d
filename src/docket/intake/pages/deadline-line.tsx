import { Deadline, WarningText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type RequestForComment, takesReplies } from '../../../requests/index.ts'
import { isLate } from '../../comments/model.ts'
import { words } from '../words.ts'

interface Props {
  request: Pick<RequestForComment, 'deadline' | 'replyRound'>
  now: Instant
}

/** Until when comments are taken in time, or that a comment will be late: said before it is written. */
export function DeadlineLine({ request, now }: Props) {
  const { deadline, replyRound } = request
  const t = useWords(words)
  const time = () => <Deadline key="deadline" {...deadline} />
  if (!isLate(deadline.at, now)) return <p class="govuk-body">{t.rich('openUntil', { time })}</p>
  if (replyRound && takesReplies(request, now)) {
    const closes = () => <Deadline key="closes" at={replyRound.closesAt} zone={replyRound.zone} />
    return <p class="govuk-body">{t.rich('replyOpenUntil', { time: closes })}</p>
  }
  return (
    <>
      <WarningText>{t.rich('lateBefore', { time })}</WarningText>
      <p class="govuk-body">{t('lateBeforeMore')}</p>
    </>
  )
}
