import type { Actor } from '../../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { CampaignCounts } from '../model.ts'
import { campaignAddress, campaignsAddress } from './address.ts'
import type { Standing } from './model.ts'
import { type CampaignReading, findCounts, listStandings } from './store.ts'
import { words } from './words.ts'

/** On the docket: how many of its comments are copies. Beside a comment: what it is. */
export function campaignParts(db: CampaignReading): OfferedPart<Actor>[] {
  return [docketPart(db), commentPart(db)]
}

interface OfDocket {
  docket: string
  counts: CampaignCounts
}

const docketPart = (db: CampaignReading) =>
  offerPart<Actor, OfDocket>({
    place: 'docket-counts',
    async load(refs) {
      const found = await findCounts(
        db,
        refs.flatMap((ref) => parseId<'request'>(ref.id) ?? []),
      )
      const told = found.filter(({ counts }) => counts.comments > 0)
      return new Map(told.map((one) => [refKey({ kind: 'request', id: one.request }), one]))
    },
    render: (loaded) => <DocketLine {...loaded} />,
  })

function DocketLine({ docket, counts }: OfDocket) {
  const t = useWords(words)
  const { comments, copies, campaigns } = counts
  return (
    <p>
      <a href={campaignsAddress(docket)}>
        {campaigns > 0 ? t('docketLine', { comments, copies, campaigns }) : t('docketLineNone', { comments })}
      </a>
    </p>
  )
}

const commentPart = (db: CampaignReading) =>
  offerPart<Actor, Standing>({
    place: 'beside-comment',
    async load(refs) {
      const rows = await listStandings(
        db,
        refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? []),
      )
      return new Map(rows.map((row) => [refKey({ kind: 'comment', id: row.comment }), standingOf(row)]))
    },
    render: (loaded) => <Beside {...loaded} />,
  })

type Row = Awaited<ReturnType<typeof listStandings>>[number]

function standingOf({ id, docket, comments, stub }: Row): Standing {
  if (id) return { kind: 'campaign', id, docket, comments }
  return { kind: stub ? 'stub' : 'unique' }
}

function Beside(standing: Standing) {
  const t = useWords(words)
  if (standing.kind !== 'campaign') return <span class="parley-local">{t(`beside-${standing.kind}`)}</span>
  const { docket, id, comments } = standing
  return (
    <span class="parley-local">
      <a href={campaignAddress(docket, id)}>{t('beside-campaign', { count: comments })}</a>
    </span>
  )
}
