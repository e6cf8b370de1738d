import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { ProgramDb } from './services.ts'
import { countOn } from './using/store.ts'
import { words } from './words.ts'

interface OfDocket {
  docket: string
  count: number
}

/** On the docket, for everybody: that programs read the comments, and where to see which. */
export const programParts = (db: ProgramDb): OfferedPart<Actor>[] => [
  offerPart<Actor, OfDocket>({
    place: 'docket-counts',
    async load(refs) {
      const found = await countOn(
        db,
        refs.flatMap((ref) => parseId<'request'>(ref.id) ?? []),
      )
      return new Map(found.map((one) => [refKey({ kind: 'request', id: one.request }), one]))
    },
    render: (loaded) => <DocketLine {...loaded} />,
  }),
]

function DocketLine({ docket, count }: OfDocket) {
  const t = useWords(words)
  return (
    <p>
      <a href={`/requests/${docket}/programs`}>{t('docketLine', { count })}</a>
    </p>
  )
}
