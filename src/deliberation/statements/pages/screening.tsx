import type { ComponentChildren } from 'preact'
import { type Reason, useReasonNames } from '../../../moderation/index.ts'
import { Button, EmptyState, Input, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { StatementState } from '../model.ts'
import { words } from '../words.ts'

const order: readonly StatementState[] = ['pending', 'posted', 'withheld']

interface ByStateProps<One> {
  all: readonly One[]
  children: (one: One) => ComponentChildren
}

/** What waits to be screened first; what is posted or withheld may be decided anew. */
export function ByState<One extends { state: StatementState }>({ all, children }: ByStateProps<One>) {
  const t = useWords(words)
  return (
    <>
      {order.map((state) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>{t(`state-${state}`)}</h2>
          {!all.some((one) => one.state === state) && <EmptyState title={t('nothingHere')} />}
          {all.filter((one) => one.state === state).map(children)}
        </section>
      ))}
    </>
  )
}

interface VerdictProps {
  action: string
  number: number
  state: StatementState
  reasons: readonly Reason[]
  /** It was to be withheld, and no reason was chosen. */
  reasonMissing: boolean
  /** Whether more can be said about the reason. */
  explained?: boolean
}

/** What a moderator decides about somebody's words: to post them, or to withhold them for a reason. */
export function Verdict({ action, number, state, reasons, reasonMissing, explained }: VerdictProps) {
  const t = useWords(words)
  const nameOf = useReasonNames()
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="seen" value={state} />
      {state !== 'withheld' && (
        <Select
          name="reason"
          id={`reason-${number}`}
          label={t('reason')}
          options={[
            { value: '', text: t('noReason') },
            ...reasons.map(({ code, name }) => ({ value: code, text: nameOf(name) })),
          ]}
          error={reasonMissing ? t('reasonMissing') : undefined}
        />
      )}
      {explained && state !== 'withheld' && (
        <Input name="explanation" id={`explanation-${number}`} label={t('explanation')} optional />
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
