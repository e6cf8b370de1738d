import { type Reason, useReasonNames } from '../../../../moderation/index.ts'
import {
  Button,
  Document,
  EmptyState,
  ErrorSummary,
  Radios,
  Select,
  Table,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Signature } from '../../model.ts'
import { steps } from '../../model.ts'
import { State } from '../../own/pages/own-signatories-page.tsx'
import { words } from '../../words.ts'

interface Props {
  number: string
  signatures: readonly Signature[]
  reasons: readonly Reason[]
  wrong?: 'reasonMissing' | 'notThere'
  /** The signature that was chosen when the form came back. */
  chosen?: string
}

export function WithholdNamePage(props: Props) {
  const { number, signatures, wrong } = props
  const t = useWords(words)
  const field = wrong === 'notThere' ? '#signatory' : '#reason'
  return (
    <Document
      title={t('withholdTitle', { number })}
      problems={wrong !== undefined}
      back={{ href: `/comments/${number}/moderation`, text: t('withholdBack', { number }) }}
      unlisted
    >
      {wrong && <ErrorSummary problems={[{ href: field, text: t(wrong) }]} />}
      <h1>{t('withholdTitle', { number })}</h1>
      {signatures.length === 0 ? (
        <EmptyState title={t('ownEmpty')} />
      ) : (
        <>
          <Names {...props} />
          <WithholdForm {...props} />
        </>
      )}
    </Document>
  )
}

function Names({ number, signatures }: Props) {
  const t = useWords(words)
  const called = useReasonNames()
  return (
    <Table
      cards
      rowHeaders
      head={[t('columnName'), t('columnState')].map((text) => ({ text }))}
      rows={signatures.map((one) => [
        { text: one.name },
        {
          text: (
            <>
              <State {...one} />
              {one.reason && <span class="parley-local">{called(one.reason)}</span>}
              {one.state === 'withheld' && <ShowAgain number={number} signature={one} />}
            </>
          ),
        },
      ])}
    />
  )
}

function ShowAgain({ number, signature: { id, name } }: { number: string; signature: Signature }) {
  const t = useWords(words)
  return (
    <form method="post" action={`/comments/${number}/moderation/signatories`}>
      <input type="hidden" name="signatory" value={id} />
      <Button name="act" value="show" kind="secondary">
        {t('showAgain', { name: name ?? '' })}
      </Button>
    </form>
  )
}

function WithholdForm({ number, signatures, reasons, wrong, chosen }: Props) {
  const t = useWords(words)
  const called = useReasonNames()
  const open = signatures.filter(({ state }) => (steps.withhold.from as readonly string[]).includes(state))
  if (open.length === 0) return null
  return (
    <form method="post" action={`/comments/${number}/moderation/signatories`} noValidate>
      <Radios
        name="signatory"
        legend={t('withholdWhich')}
        hint={t('withholdHint')}
        value={chosen}
        error={wrong === 'notThere' ? t(wrong) : undefined}
        items={open.map(({ id, name }) => ({ value: id, text: name ?? '' }))}
      />
      <Select
        name="reason"
        label={t('withholdWhy')}
        error={wrong === 'reasonMissing' ? t(wrong) : undefined}
        options={[
          { value: '', text: t('withholdChoose') },
          ...reasons.map(({ code, name }) => ({ value: code, text: called(name) })),
        ]}
        value=""
      />
      <Button kind="warning">{t('withholdButton')}</Button>
    </form>
  )
}
