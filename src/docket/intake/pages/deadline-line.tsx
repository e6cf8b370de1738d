import { Deadline, WarningText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { isLate } from '../../comments/model.ts'
import { words } from '../words.ts'

interface Props {
  request: Pick<RequestForComment, 'deadline'>
  now: Instant
}

/** Until when comments are taken in time, or that a comment will be late: said before it is written. */
export function DeadlineLine({ request: { deadline }, now }: Props) {
  const t = useWords(words)
  const time = () => <Deadline key="deadline" {...deadline} />
  if (!isLate(deadline.at, now)) return <p class="govuk-body">{t.rich('openUntil', { time })}</p>
  return (
    <>
      <WarningText>{t.rich('lateBefore', { time })}</WarningText>
      <p class="govuk-body">{t('lateBeforeMore')}</p>
    </>
  )
}
