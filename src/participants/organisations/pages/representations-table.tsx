import { Button, Table } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { isCurrent, type ListedRepresentation } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  representations: readonly ListedRepresentation[]
  /** The side that the page itself does not tell. */
  show: 'person' | 'organisation'
  now: Instant
  /** Whether the reader may end those that run. */
  mayEnd?: boolean
}

/** Who speaks for whom, since when, and who made sure of it. */
export function RepresentationsTable({ representations, show, now, mayEnd = false }: Props) {
  const t = useWords(words)
  const day = useDay()
  const head = [t(show), t('capacity'), t('from'), t('until'), t('checked'), ...(mayEnd ? [t('end')] : [])]
  return (
    <Table
      class="parley-cards"
      head={head.map((text) => ({ text }))}
      rowHeaders
      rows={representations.map((one) => [
        { text: show === 'person' ? one.personName : one.organisationName },
        { text: t(one.capacity) },
        { text: day(one.from) },
        { text: one.until ? day(one.until) : t('open') },
        { text: <Checked {...one} /> },
        ...(mayEnd ? [{ text: isCurrent(one, now) ? <EndNow {...one} /> : '' }] : []),
      ])}
    />
  )
}

function useDay() {
  const locale = useLocale()
  return (at: Instant) => dayIn(at, 'UTC', locale)
}

function Checked({ check, checkerName }: ListedRepresentation) {
  const t = useWords(words)
  const day = useDay()
  if (!check) return t('unchecked')
  return t('checkedBy', { name: checkerName ?? t('erasedPerson'), day: day(check.at), how: check.how })
}

function EndNow({ id, organisation, personName, organisationName }: ListedRepresentation) {
  const t = useWords(words)
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return (
    <form method="post" action={`/administration/organisations/${organisation}/representations/${id}/end`}>
      <Button kind="secondary">
        {t.rich('endNow', { aside, person: personName, organisation: organisationName })}
      </Button>
    </form>
  )
}
