import type { Reason } from '../../../moderation/index.ts'
import { Caption, Document, ErrorSummary } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { ByState, Verdict } from '../../statements/pages/screening.tsx'
import type { GivenReason } from '../reasons/given-reason.ts'
import { type WordKey, words } from '../words.ts'
import type { Here } from './props.ts'

export interface ReasonsPageProps extends Here {
  given: readonly GivenReason[]
  reasons: readonly Reason[]
  problem?: { number: number; key: WordKey } | undefined
}

/** Why people voted so: what waits to be screened first. */
export function ReasonsPage(props: ReasonsPageProps) {
  const { deliberation, process, now, given, problem } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('reasonsTitle')}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: `${here}/moderation` }}
      unlisted
    >
      {problem && <ErrorSummary problems={[{ href: `#r${problem.number}`, text: t(problem.key) }]} />}
      <Caption>{deliberation.title}</Caption>
      <h1>{t('reasonsTitle')}</h1>
      <p>{t('reasonsIntro')}</p>
      <ByState all={given}>{(one) => <OneReason key={one.id} {...props} one={one} />}</ByState>
    </Document>
  )
}

function OneReason({
  one,
  deliberation,
  process,
  reasons,
  problem,
}: ReasonsPageProps & { one: GivenReason }) {
  const t = useWords(words)
  const { number, statement, state } = one
  return (
    <article id={`r${number}`} aria-label={t('reasonNumber', { number, statement })} class="parley-claimed">
      <p class="parley-claimed__text" dir="auto">
        {one.words}
      </p>
      <p class="parley-claimed__links">{t('reasonNumber', { number, statement })}</p>
      <Verdict
        action={`${deliberationAddress(process.slug, deliberation.number)}/moderation/reasons/${number}`}
        {...{ number, state, reasons }}
        reasonMissing={problem?.number === number && problem.key === 'reasonMissing'}
      />
    </article>
  )
}
