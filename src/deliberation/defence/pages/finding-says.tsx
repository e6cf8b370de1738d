import { Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { parseInstant } from '../../../platform/time.ts'
import { type BurstFinding, type Judged, shared } from '../model.ts'
import { words } from '../words.ts'

const MINUTE = 60_000

/** What a finding says, without who it is about. */
export function FindingSays({
  finding,
  all,
  zone,
}: {
  finding: Judged
  all: readonly Judged[]
  zone: string
}) {
  const t = useWords(words)
  const people = finding.people.length
  if (finding.kind === 'network') return <>{t('says-network', { people })}</>
  const expected = finding.expected < 0.5 ? 0 : Math.ceil(finding.expected)
  if (finding.kind === 'burst')
    return (
      <>
        {t('says-burst', { people, expected, minutes: minutesOf(finding) })} <Span {...finding} zone={zone} />
      </>
    )
  const near = people - finding.exact
  const [burst, network] = [shared(finding, all, 'burst'), shared(finding, all, 'network')]
  return (
    <>
      {t('says-alike', { people, expected, near, votes: finding.votes.length })}{' '}
      {burst > 0 && t('sharedBurst', { count: burst })}{' '}
      {network > 0 && t('sharedNetwork', { count: network })}
    </>
  )
}

function minutesOf({ from, until }: BurstFinding): number {
  const [start, end] = [parseInstant(from), parseInstant(until)]
  return start && end ? (end.getTime() - start.getTime()) / MINUTE : 0
}

function Span({ from, until, zone }: Pick<BurstFinding, 'from' | 'until'> & { zone: string }) {
  const t = useWords(words)
  const [start, end] = [parseInstant(from), parseInstant(until)]
  if (!start || !end) return null
  return (
    <span class="parley-muted">
      {t('between')} <Time at={start} zone={zone} /> {t('and')} <Time at={end} zone={zone} />.
    </span>
  )
}

/** What was decided of it, by whoever convenes. */
export function JudgmentSays({ judgment, zone }: { judgment: Judged['judgment']; zone: string }) {
  const t = useWords(words)
  if (!judgment) return null
  const { flagged, people, at, reason } = judgment
  return (
    <>
      {t(flagged ? 'judged-flagged' : 'judged-cleared', { people })} <Time at={at} zone={zone} />:{' '}
      <bdi>{reason}</bdi>
    </>
  )
}
