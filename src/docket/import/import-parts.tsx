import { type Actor, decide } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { listRequests, type RequestsTables } from '../../requests/index.ts'
import { importPolicy } from './access.ts'
import { importsAddress, paperAddress } from './pages/address.ts'
import { words } from './words.ts'

interface WaysProps {
  docket: string
  imports: boolean
  paper: boolean
}

/** Leads those who may import, or enter what came on paper, from the docket to where they can. */
export function importParts(db: Db<RequestsTables & ProcessesTables>): OfferedPart<Actor> {
  return offerPart<Actor, WaysProps>({
    place: 'docket-counts',
    async load(refs, viewer) {
      if (viewer.person === undefined) return new Map()
      const requests = (await listRequests(db)).filter(({ id }) => refs.some((ref) => ref.id === id))
      const ways = requests.map(({ id, docket, processId: process }): [string, WaysProps] => [
        refKey({ kind: 'request', id }),
        {
          docket,
          imports: decide(importPolicy, viewer, 'comment.import', { process }),
          paper: decide(importPolicy, viewer, 'comment.enter-paper', { process }),
        },
      ])
      return new Map(ways.filter(([, { imports, paper }]) => imports || paper))
    },
    render: (ways) => <Ways {...ways} />,
  })
}

function Ways({ docket, imports, paper }: WaysProps) {
  const t = useWords(words)
  return (
    <p>
      {imports && <a href={importsAddress(docket)}>{t('importsTitle')}</a>}
      {imports && paper && ' · '}
      {paper && <a href={paperAddress(docket)}>{t('paperWay')}</a>}
    </p>
  )
}
