import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { findProcess, type Process } from '../../processes/index.ts'
import type { Deliberation } from './model.ts'
import { DeliberationTable } from './pages/deliberation-table.tsx'
import { may } from './seen.ts'
import type { DeliberationsServices } from './services.ts'
import { listDeliberations } from './store.ts'
import { words } from './words.ts'

interface Loaded {
  process: Process
  deliberations: readonly Deliberation[]
  mayCreate: boolean
}

type Offering = Pick<DeliberationsServices, 'db' | 'clock'>

/** What a process page shows of its deliberations, and a docket of those about its request. */
export function deliberationParts(services: Offering): OfferedPart<Actor>[] {
  return [ofProcess(services), ofRequest(services)]
}

function ofProcess({ db, clock }: Offering): OfferedPart<Actor> {
  return offerPart<Actor, Loaded>({
    place: 'process-requests',
    async load(refs, viewer) {
      const found = await Promise.all(
        refs.map(async (ref): Promise<[string, Loaded][]> => {
          const process = ref.kind === 'process' && (await findProcess(db, ref.id))
          if (!process || process.publishedAt === undefined) return []
          const mayCreate = may(viewer, 'deliberation.create', process)
          const all = await listDeliberations(db, { process: process.id })
          const deliberations = all.filter(({ publishedAt }) => publishedAt !== undefined || mayCreate)
          return deliberations.length > 0 || mayCreate
            ? [[refKey(ref), { process, deliberations, mayCreate }]]
            : []
        }),
      )
      return new Map(found.flat())
    },
    render: (loaded) => <OfProcess {...loaded} now={clock.now()} />,
  })
}

function OfProcess({ process, deliberations, mayCreate, now }: Loaded & { now: Instant }) {
  const t = useWords(words)
  return (
    <section aria-labelledby="deliberations">
      <h2 id="deliberations">{t('listTitle')}</h2>
      {deliberations.length > 0 && <DeliberationTable {...{ process, deliberations, now }} />}
      {mayCreate && (
        <p class="parley-noprint">
          <a href={`/processes/${process.slug}/deliberations/new`}>{t('newTitle')}</a>
        </p>
      )}
    </section>
  )
}

function ofRequest({ db, clock }: Offering): OfferedPart<Actor> {
  return offerPart<Actor, Pick<Loaded, 'process' | 'deliberations'>>({
    place: 'docket-counts',
    async load(refs) {
      const requests = refs.flatMap((ref) => parseId<'request'>(ref.id) ?? [])
      const all = (await listDeliberations(db, { requests })).filter(({ publishedAt }) => publishedAt)
      const byRequest = Map.groupBy(all, ({ request }) => request)
      const loaded = await Promise.all(
        [...byRequest].map(async ([request, deliberations]) => {
          const process = deliberations[0] && (await findProcess(db, deliberations[0].process))
          const ref = request && { kind: 'request', id: request }
          return process && ref ? [[refKey(ref), { process, deliberations }] as const] : []
        }),
      )
      return new Map(loaded.flat())
    },
    render: (loaded) => <OfProcess {...loaded} mayCreate={false} now={clock.now()} />,
  })
}
