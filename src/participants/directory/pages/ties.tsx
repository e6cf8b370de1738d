import { Button, Input, Table } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { MemberAdded } from '../../organisations/coalitions/add-member.ts'
import type { DescribedOrganisation, Membership } from '../../organisations/model.ts'
import { words } from '../words.ts'

export interface MemberDraft {
  name: string
  problem: Exclude<MemberAdded, 'added'>
}

interface Props {
  ties: readonly Membership[]
  own: DescribedOrganisation
  /** What the page's own organisation is in them. */
  side: 'coalition' | 'member'
  may: { confirm: ReadonlySet<string>; end: ReadonlySet<string> }
}

/** Each membership with its period and how it is known, those that ended too. */
export function TiesTable({ ties, own, side, may }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  if (ties.length === 0) return null
  const day = (at: Membership['from']) => dayIn(at, 'UTC', locale)
  const acts = ties.some(({ id }) => may.confirm.has(id) || may.end.has(id))
  return (
    <Table
      class="parley-cards"
      head={[t('name'), t('period'), t('how'), ...(acts ? [t('act')] : [])].map((text) => ({ text }))}
      rowHeaders
      rows={ties.map(({ id, other, from, until, confirmedAt }) => [
        { text: <a href={`/organisations/${other.slug}`}>{other.name}</a> },
        {
          text: until
            ? t('fromUntil', { from: day(from), until: day(until) })
            : t('since', { from: day(from) }),
        },
        { text: confirmedAt ? t('confirmed', { day: day(confirmedAt) }) : t('saidOnly') },
        ...(acts
          ? [
              {
                text: (
                  <Acts id={id} may={may} {...(side === 'member' ? names(own, other) : names(other, own))} />
                ),
              },
            ]
          : []),
      ])}
    />
  )
}

type Named = Pick<DescribedOrganisation, 'name'>
const names = (member: Named, coalition: Named) => ({ member: member.name, coalition: coalition.name })

function Acts({ id, may, ...who }: Pick<Props, 'may'> & { id: string; member: string; coalition: string }) {
  const t = useWords(words)
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  const acts = (['confirm', 'end'] as const).filter((act) => may[act].has(id))
  return (
    <div class="govuk-button-group">
      {acts.map((act) => (
        <form key={act} method="post" action={`/memberships/${id}/${act}`}>
          <Button kind="secondary">{t.rich(act, { aside, ...who })}</Button>
        </form>
      ))}
    </div>
  )
}

export function AddMember({
  organisation,
  draft,
  error,
}: {
  organisation: DescribedOrganisation
  draft: MemberDraft | undefined
  error: string | undefined
}) {
  const t = useWords(words)
  return (
    <form
      method="post"
      action={`/organisations/${organisation.slug}/members`}
      noValidate
      class="parley-noprint"
    >
      <Input
        name="member"
        label={t('addMember')}
        hint={t('addMemberHint')}
        value={draft?.name}
        error={error}
        width={30}
      />
      <Button kind="secondary">{t('addMemberButton')}</Button>
    </form>
  )
}
