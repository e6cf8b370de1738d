import {
  Button,
  Caption,
  Document,
  EmptyState,
  NotificationBanner,
  Stamp,
  Table,
} from '../../../../platform/html/index.ts'
import { countryName, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import type { Signature } from '../../model.ts'
import { LETTERS } from '../../model.ts'
import { words } from '../../words.ts'
import { NamedFields, type NamedFieldsProps, NamedProblemSummary } from './named-fields.tsx'

/** What was just done, or why it could not be. */
export type Told = 'added' | 'done' | 'too-many' | 'there' | 'closed' | 'nothing'

interface Props extends NamedFieldsProps {
  number: string
  title: string
  /** The request still takes comments, and this one stands. */
  open: boolean
  signatures: readonly Signature[]
  told: Told | undefined
}

export function OwnSignatoriesPage(props: Props) {
  const { number, title, open, signatures, problems, told } = props
  const t = useWords(words)
  return (
    <Document
      title={t('ownTitle', { number })}
      problems={Object.keys(problems).length > 0}
      back={{ href: `/comments/${number}/yours`, text: t('ownBack', { number }) }}
      unlisted
    >
      <NamedProblemSummary problems={problems} />
      {told && (
        <NotificationBanner success={told === 'added' || told === 'done'}>
          {t(`told-${told}`)}
        </NotificationBanner>
      )}
      <Caption>{title}</Caption>
      <h1>{t('ownTitle', { number })}</h1>
      {signatures.length === 0 ? (
        <EmptyState title={t('ownEmpty')}>
          <p>{t('ownEmptyMore')}</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body-l">{t('ownCount', countsOf(signatures))}</p>
          <Signatures {...props} />
        </>
      )}
      {open ? (
        <form method="post" action={`/comments/${number}/signatories`} noValidate>
          <h2 class="govuk-heading-m">{t('ownAdd')}</h2>
          <p class="govuk-body">{t('ownAddHint')}</p>
          <NamedFields {...props} />
          <Button name="act" value="add">
            {t('ownAddButton')}
          </Button>
        </form>
      ) : (
        <p class="govuk-body">{t('ownClosed')}</p>
      )}
    </Document>
  )
}

const countsOf = (all: readonly Signature[]) => ({
  count: all.filter(({ state }) => state === 'named' || state === 'confirmed').length,
  confirmed: all.filter(({ state }) => state === 'confirmed').length,
})

function Signatures({ signatures, number, open }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const head = [t('columnName'), t('columnState'), t('columnDo')]
  return (
    <form method="post" action={`/comments/${number}/signatories`}>
      <Table
        cards
        rowHeaders
        head={head.map((text) => ({ text }))}
        rows={signatures.map((one) => [
          {
            text: (
              <>
                {one.name}
                {one.country && ` (${countryName(one.country, locale)})`}
                {one.email && <span class="parley-local">{one.email}</span>}
              </>
            ),
          },
          { text: <State {...one} /> },
          { text: <Acts signature={one} open={open} /> },
        ])}
      />
    </form>
  )
}

export function State({ state, verification, email, letterDue, letters }: Signature) {
  const t = useWords(words)
  const known =
    state === 'confirmed' && verification === 'organisation' ? 'state-organisation' : `state-${state}`
  const asked = letterDue
    ? 'letterDue'
    : letters > 0
      ? 'letterSent'
      : email === null
        ? 'letterNone'
        : undefined
  return (
    <>
      <Stamp tone={state === 'confirmed' ? 'success' : 'quiet'}>{t(known as 'state-named')}</Stamp>
      {state === 'named' && asked && <span class="parley-local">{t(asked)}</span>}
    </>
  )
}

function Acts({ signature, open }: { signature: Signature; open: boolean }) {
  const t = useWords(words)
  const { id, state, email, letterDue, letters } = signature
  const name = signature.name ?? ''
  const again =
    open &&
    state === 'named' &&
    email !== null &&
    !letterDue &&
    letters > 0 &&
    letters < LETTERS.forOneSignature
  const gone = state === 'refused' || state === 'withdrawn' || state === 'removed' || state === 'withheld'
  const acts = (
    [
      [state === 'offered' && open, 'accept'],
      [again, 'again'],
      [!gone, 'remove'],
    ] as const
  ).flatMap(([may, act]) => (may ? [act] : []))
  return acts.map((act) => (
    <Button
      key={act}
      name="act"
      value={`${act}:${id}`}
      kind={act === 'accept' ? undefined : 'secondary'}
      aria-label={t(`own-${act}-named`, { name })}
    >
      {t(`own-${act}`)}
    </Button>
  ))
}
