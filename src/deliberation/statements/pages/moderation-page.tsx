import type { Reason } from '../../../moderation/index.ts'
import { useReasonNames } from '../../../moderation/index.ts'
import {
  Button,
  Caption,
  Document,
  EmptyState,
  ErrorSummary,
  Input,
  Select,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { type Deliberation, deliberationAddress } from '../../deliberations/model.ts'
import type { Worded } from '../read-statements.ts'
import { type WordKey, words } from '../words.ts'
import { About } from './statements-page.tsx'

export interface ModerationPageProps {
  deliberation: Deliberation
  process: Process
  statements: readonly Worded[]
  reasons: readonly Reason[]
  now: Instant
  problem?: { number: number; key: WordKey } | undefined
}

const order = ['pending', 'posted', 'withheld'] as const

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
      {order.map((state) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>{t(`state-${state}`)}</h2>
          {!statements.some((one) => one.state === state) && <EmptyState title={t('nothingHere')} />}
          {statements
            .filter((one) => one.state === state)
            .map((one) => (
              <OneToDecide key={one.id} {...props} statement={one} />
            ))}
        </section>
      ))}
    </Document>
  )
}

function OneToDecide({ statement, ...props }: ModerationPageProps & { statement: Worded }) {
  const t = useWords(words)
  const { number, text, replacedBy } = statement
  return (
    <article id={`s${number}`} aria-label={t('statement', { number })} class="parley-claimed">
      <p class="parley-claimed__text" lang={props.deliberation.language} dir="auto">
        {text}
      </p>
      <p class="parley-claimed__links">
        {t('statement', { number })} <About process={props.process} statement={statement} />
      </p>
      {replacedBy ? (
        <p>{t('replacedBy', { number: replacedBy })}</p>
      ) : (
        <Verdict {...props} statement={statement} />
      )}
    </article>
  )
}

function Verdict({ statement, ...props }: ModerationPageProps & { statement: Worded }) {
  const t = useWords(words)
  const nameOf = useReasonNames()
  const { number, state } = statement
  const { deliberation, process, reasons, problem } = props
  const error = problem?.number === number && problem.key === 'reasonMissing' ? t('reasonMissing') : undefined
  return (
    <form
      method="post"
      action={`${deliberationAddress(process.slug, deliberation.number)}/statements/${number}/decision`}
      noValidate
    >
      <input type="hidden" name="seen" value={state} />
      {state !== 'withheld' && (
        <>
          <Select
            name="reason"
            id={`reason-${number}`}
            label={t('reason')}
            options={[
              { value: '', text: t('noReason') },
              ...reasons.map(({ code, name }) => ({ value: code, text: nameOf(name) })),
            ]}
            error={error}
          />
          <Input name="explanation" id={`explanation-${number}`} label={t('explanation')} optional />
        </>
      )}
      <div class="govuk-button-group">
        {state !== 'posted' && (
          <Button name="act" value="post">
            {t('post')}
          </Button>
        )}
        {state !== 'withheld' && (
          <Button name="act" value="withhold" kind="secondary">
            {t('withhold')}
          </Button>
        )}
      </div>
    </form>
  )
}
