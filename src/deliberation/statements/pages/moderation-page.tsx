import type { Reason } from '../../../moderation/index.ts'
import { Caption, Document, ErrorSummary } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { type Deliberation, deliberationAddress } from '../../deliberations/model.ts'
import type { Worded } from '../read-statements.ts'
import { type WordKey, words } from '../words.ts'
import { ByState, Verdict } from './screening.tsx'
import { About } from './statements-page.tsx'

export interface ModerationPageProps {
  deliberation: Deliberation
  process: Process
  statements: readonly Worded[]
  reasons: readonly Reason[]
  now: Instant
  problem?: { number: number; key: WordKey } | undefined
}

/** What waits to be screened first; what is posted or withheld may be decided anew. */
export function ModerationPage(props: ModerationPageProps) {
  const { deliberation, process, statements, now, problem } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('moderationTitle')}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
      unlisted
    >
      {problem && <ErrorSummary problems={[{ href: `#s${problem.number}`, text: t(problem.key) }]} />}
      <Caption>{deliberation.title}</Caption>
      <h1>{t('moderationTitle')}</h1>
      <p>
        {t('moderationIntro')} <a href={`${here}/moderation/reasons`}>{t('toReasons')}</a>{' '}
        <a href={`/processes/${process.slug}/moderation-log`}>{t('toLog')}</a>
      </p>
      <ByState all={statements}>{(one) => <OneToDecide key={one.id} {...props} statement={one} />}</ByState>
    </Document>
  )
}

function OneToDecide({ statement, ...props }: ModerationPageProps & { statement: Worded }) {
  const t = useWords(words)
  const { number, state, text, replacedBy } = statement
  const { deliberation, process, reasons, problem } = props
  return (
    <article id={`s${number}`} aria-label={t('statement', { number })} class="parley-claimed">
      <p class="parley-claimed__text" lang={deliberation.language} dir="auto">
        {text}
      </p>
      <p class="parley-claimed__links">
        {t('statement', { number })} <About process={process} statement={statement} />
      </p>
      {replacedBy ? (
        <p>{t('replacedBy', { number: replacedBy })}</p>
      ) : (
        <Verdict
          action={`${deliberationAddress(process.slug, deliberation.number)}/statements/${number}/decision`}
          {...{ number, state, reasons }}
          reasonMissing={problem?.number === number && problem.key === 'reasonMissing'}
          explained
        />
      )}
    </article>
  )
}
