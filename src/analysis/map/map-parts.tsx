import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import { listRequests } from '../../requests/index.ts'
import { mapAddress } from './address.ts'
import { findPublished } from './publishing/store.ts'
import { mayOnMap } from './seen.ts'
import type { MapDb } from './services.ts'
import { words } from './words.ts'

interface Way {
  docket: string
  published: boolean
}

/** Leads from the docket and from a process's requests to the map, whoever may read it. */
export function mapParts(db: MapDb): OfferedPart<Actor>[] {
  const part = (place: 'docket-counts' | 'process-requests') =>
    offerPart<Actor, Way>({
      place,
      async load(refs, viewer) {
        const ids = new Set(refs.flatMap((ref) => parseId<'request'>(ref.id) ?? []))
        const published = await findPublished(db, [...ids])
        const requests = (await listRequests(db)).filter(
          ({ id, processId }) =>
            ids.has(id) && (published.has(id) || mayOnMap(viewer, 'map.read-unpublished', processId)),
        )
        return new Map(
          requests.map(({ id, docket }) => [
            refKey({ kind: 'request', id }),
            { docket, published: published.has(id) },
          ]),
        )
      },
      render: (way) => <ToMap {...way} />,
    })
  return [part('docket-counts')]
}

function ToMap({ docket, published }: Way) {
  const t = useWords(words)
  return (
    <p>
      <a href={mapAddress(docket)}>{t(published ? 'toMap' : 'toUnpublishedMap')}</a>
    </p>
  )
}
