import { type Reason, useReasonNames } from '../../../moderation/index.ts'
import { Button, Caption, Document, EmptyState, ErrorSummary, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { GivenReason } from '../reasons/given-reason.ts'
import { type WordKey, words } from '../words.ts'
import type { Here } from './props.ts'

export interface ReasonsPageProps extends Here {
  given: readonly GivenReason[]
  reasons: readonly Reason[]
  problem?: { number: number; key: WordKey } | undefined
}

const order = ['pending', 'posted', 'withheld'] as const

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
      {order.map((state) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>{t(`state-${state}`)}</h2>
          {!given.some((one) => one.state === state) && <EmptyState title={t('nothingHere')} />}
          {given
            .filter((one) => one.state === state)
            .map((one) => (
              <OneReason key={one.id} {...props} one={one} />
            ))}
        </section>
      ))}
    </Document>
  )
}

function OneReason({ one, ...props }: ReasonsPageProps & { one: GivenReason }) {
  const t = useWords(words)
  const { number, statement } = one
  return (
    <article id={`r${number}`} aria-label={t('reasonNumber', { number, statement })} class="parley-claimed">
      <p class="parley-claimed__text" dir="auto">
        {one.words}
      </p>
      <p class="parley-claimed__links">{t('reasonNumber', { number, statement })}</p>
      <Verdict {...props} one={one} />
    </article>
  )
}

function Verdict({ one, deliberation, process, reasons, problem }: ReasonsPageProps & { one: GivenReason }) {
  const t = useWords(words)
  const nameOf = useReasonNames()
  const { number, state } = one
  const here = deliberationAddress(process.slug, deliberation.number)
  const error = problem?.number === number && problem.key === 'reasonMissing' ? t('reasonMissing') : undefined
  return (
    <form method="post" action={`${here}/moderation/reasons/${number}`} noValidate>
      <input type="hidden" name="seen" value={state} />
      {state !== 'withheld' && (
        <Select
          name="reason"
          id={`reason-${number}`}
          label={t('whyWithhold')}
          options={[
            { value: '', text: t('noReason') },
            ...reasons.map(({ code, name }) => ({ value: code, text: nameOf(name) })),
          ]}
          error={error}
        />
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
