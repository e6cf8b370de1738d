import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey, Table } from '../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import { standingBehind } from './standing-behind.tsx'
import { type InItsName, listInItsName, type OrganisationReading } from './store.ts'
import { words } from './words.ts'

const LISTED = 100

interface Stretch {
  comments: readonly InItsName[]
  count: number
}

interface Said {
  confirmed: Stretch
  said: Stretch
}

/** On an organisation's page: what was said in its name, and whether it stands behind it; and the way there. */
export function organisationParts(db: OrganisationReading): OfferedPart<Actor>[] {
  const part = offerPart<Actor, Said>({
    place: 'organisation-said',
    async load(refs) {
      const ids = refs.flatMap((ref) => parseId<'organisation'>(ref.id) ?? [])
      const loaded = await Promise.all(
        ids.map(async (id) => {
          const [confirmed, said] = await Promise.all(
            [true, false].map((one) => listInItsName(db, id, { confirmed: one, limit: LISTED })),
          )
          return confirmed && said
            ? [[refKey({ kind: 'organisation', id }), { confirmed, said }] as const]
            : []
        }),
      )
      return new Map(loaded.flat())
    },
    render: (loaded) => <SaidInItsName {...loaded} />,
  })
  return [part, standingBehind(db)]
}

function SaidInItsName({ confirmed, said }: Said) {
  const t = useWords(words)
  return (
    <>
      <h3 class="govuk-heading-s">{t('confirmed')}</h3>
      <p class="govuk-body">{t(confirmed.count > 0 ? 'confirmedText' : 'confirmedNone')}</p>
      <Comments {...confirmed} />
      {said.count > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('said')}</h3>
          <p class="govuk-body">{t('saidText')}</p>
          <Comments {...said} />
        </>
      )}
    </>
  )
}

function Comments({ comments, count }: Stretch) {
  const t = useWords(words)
  const locale = useLocale()
  if (count === 0) return null
  return (
    <>
      <Table
        class="parley-cards"
        head={[t('comment'), t('on'), t('from'), t('sent')].map((text) => ({ text }))}
        rowHeaders
        rows={comments.map(({ number, docket, title, name, sentAt, replaced }) => [
          { text: <a href={`/comments/${number}`}>{number}</a> },
          { text: <a href={`/requests/${docket}`}>{title}</a> },
          { text: name ?? '' },
          { text: `${dayIn(sentAt, 'UTC', locale)}${replaced ? `, ${t('replaced')}` : ''}` },
        ])}
      />
      {count > comments.length && <p class="govuk-body">{t('more', { shown: comments.length, count })}</p>}
    </>
  )
}
