import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import { listStandingBehind, type OrganisationReading, type StandsBehind } from './store.ts'
import { words } from './words.ts'

/** On a comment's own page: the way to the organisation that confirmed it. */
export function standingBehind(db: OrganisationReading): OfferedPart<Actor> {
  return offerPart<Actor, StandsBehind>({
    place: 'comment-ways',
    async load(refs) {
      const found = await listStandingBehind(
        db,
        refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? []),
      )
      return new Map(found.map((one) => [refKey({ kind: 'comment', id: one.comment }), one]))
    },
    render: (one) => <StandingBehind {...one} />,
  })
}

function StandingBehind({ name, slug }: StandsBehind) {
  const t = useWords(words)
  return (
    <p>
      {t.rich('standsBehind', {
        organisation: () => (
          <a key="organisation" href={`/organisations/${slug}`}>
            <bdi>{name}</bdi>
          </a>
        ),
      })}
    </p>
  )
}
