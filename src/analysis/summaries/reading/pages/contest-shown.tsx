import { useReasonNames } from '../../../../moderation/index.ts'
import { Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { versionAddress } from '../../addresses.ts'
import type { Contest } from '../../contests/model.ts'
import { words } from '../../words.ts'
import type { PublicContest } from '../read-summary.ts'

interface Props {
  contest: PublicContest
  zone: string
  docket: string
  issue: number
}

/** What a commenter contests, and the answer. */
export function ContestShown({ contest, zone, docket, issue }: Props) {
  const t = useWords(words)
  const { id, number, at, late, versionNumber } = contest
  return (
    <li id={`contest-${id}`} class="parley-claimed">
      <p>
        <strong>{number ? t('contestBy', { number }) : t('contestGone')}</strong>{' '}
        <span class="parley-muted">
          <Time at={at} zone={zone} />, {t('onVersion', { number: versionNumber })}
          {late && `, ${t('contestLate')}`}
        </span>
      </p>
      <ContestWords contest={contest} />
      <ContestAnswer {...{ contest, zone, docket, issue }} />
    </li>
  )
}

function ContestWords({
  contest: { number, state, language, words: said, withheldFor },
}: Pick<Props, 'contest'>) {
  const t = useWords(words)
  const called = useReasonNames()
  if (!number) return null
  if (state === 'screening') return <p>{t('contestScreened')}</p>
  if (state === 'withheld') return <p>{t('contestWithheld', { why: withheldFor.map(called).join(', ') })}</p>
  return (
    <p class="parley-claimed__text" lang={language ?? undefined} dir="auto">
      {said}
    </p>
  )
}

type Answered = Omit<Props, 'contest'> & { contest: Contest }

export function ContestAnswer({ contest, zone, docket, issue }: Answered) {
  const t = useWords(words)
  const { outcome, answer, answeredAt, corrected, byPublisher } = contest
  if (!outcome || !answeredAt) return <p>{t('contestWaits')}</p>
  return (
    <>
      <p>
        <strong>{t(outcome)}</strong>{' '}
        <span class="parley-muted">
          <Time at={answeredAt} zone={zone} />
        </span>
        {corrected && (
          <>
            {' '}
            <a href={versionAddress(docket, issue, corrected)}>{t('correctedIn', { number: corrected })}</a>
          </>
        )}
      </p>
      {byPublisher && <p class="parley-muted">{t('answeredByPublisher')}</p>}
      {answer && (
        <p class="parley-claimed__text" dir="auto">
          {answer}
        </p>
      )}
    </>
  )
}
