import type { Actor } from '../../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import { findProcess } from '../../../processes/index.ts'
import { type Deliberation, deliberationAddress, stateOf } from '../../deliberations/model.ts'
import { may } from '../../deliberations/seen.ts'
import { listDeliberations } from '../../deliberations/store.ts'
import type { StatementsServices } from '../services.ts'
import { words } from '../words.ts'
import { listHomes } from './store.ts'

interface Way {
  from: string
  deliberations: readonly { one: Deliberation; slug: string }[]
}

type Offering = Pick<StatementsServices, 'db' | 'clock'>

/** Leads from a comment, and from an excerpt of it, to the deliberations into which its words may be lifted. */
export function liftParts(services: Offering): OfferedPart<Actor>[] {
  return [partAt(services, 'comment'), partAt(services, 'excerpt')]
}

function partAt({ db, clock }: Offering, kind: 'comment' | 'excerpt'): OfferedPart<Actor> {
  return offerPart<Actor, Way>({
    place: `beside-${kind}`,
    async load(refs, viewer) {
      if (viewer.person === undefined) return new Map()
      const ids = refs.flatMap((ref) => (ref.kind === kind ? (parseId<string>(ref.id) ?? []) : []))
      const homes = await listHomes(db, kind, ids)
      const ways = new Map<string, Way['deliberations']>()
      for (const id of new Set(homes.map(({ process }) => process))) {
        const process = await findProcess(db, id)
        if (!process || !may(viewer, 'statement.lift', process)) continue
        const all = await listDeliberations(db, { process: id })
        const drafts = may(viewer, 'deliberation.read-draft', process)
        const taking = all.filter((one) => takesStatements(one, clock.now(), drafts))
        ways.set(
          id,
          taking.map((one) => ({ one, slug: process.slug })),
        )
      }
      return new Map(
        homes.flatMap(({ id, from, process }) => {
          const deliberations = ways.get(process) ?? []
          return deliberations.length > 0 ? [[refKey({ kind, id }), { from, deliberations }] as const] : []
        }),
      )
    },
    render: (way) => <Lift {...way} kind={kind} />,
  })
}

function takesStatements(one: Deliberation, now: Instant, drafts: boolean): boolean {
  const state = stateOf(one, now)
  return state === 'draft' ? drafts : state !== 'closed'
}

function Lift({ from, deliberations, kind }: Way & { kind: 'comment' | 'excerpt' }) {
  const t = useWords(words)
  return (
    <p class="parley-noprint">
      {deliberations.map(({ one, slug }) => (
        <span key={one.id}>
          <a href={`${deliberationAddress(slug, one.number)}/lift?${kind}=${encodeURIComponent(from)}`}>
            {t('liftInto', { title: one.title })}
          </a>{' '}
        </span>
      ))}
    </p>
  )
}
