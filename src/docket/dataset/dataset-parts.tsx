import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { findProcess } from '../../processes/index.ts'
import type { NightlyServices } from './make-datasets.ts'
import { TakeAway } from './pages/take-away.tsx'
import { listPublished } from './scopes.ts'

/** Leads from a process to all its comments as files, once it has asked for some. */
export function datasetParts({ db }: Pick<NightlyServices, 'db'>): OfferedPart<Actor>[] {
  const part = offerPart<Actor, string>({
    place: 'process-requests',
    async load(refs) {
      const found = await Promise.all(
        refs.map(async (ref) => {
          const process = await findProcess(db, ref.id)
          const asked = process?.publishedAt && (await listPublished(db, process.id)).length > 0
          return process && asked ? [[refKey(ref), process.slug] as const] : []
        }),
      )
      return new Map(found.flat())
    },
    render: (slug) => <TakeAway slug={slug} />,
  })
  return [part]
}
