import { type Actor, decide } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { listRequests, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import { importPolicy } from './access.ts'
import { importsAddress } from './pages/address.ts'
import { words } from './words.ts'

/** Leads those who may import from the docket to where they can. */
export function importParts(db: Db<RequestsTables & ProcessesTables>): OfferedPart<Actor> {
  return offerPart<Actor, RequestForComment>({
    place: 'docket-counts',
    async load(refs, viewer) {
      if (viewer.person === undefined) return new Map()
      const requests = (await listRequests(db)).filter(({ id }) => refs.some((ref) => ref.id === id))
      const mine = requests.filter(({ processId }) =>
        decide(importPolicy, viewer, 'comment.import', { process: processId }),
      )
      return new Map(mine.map((one) => [refKey({ kind: 'request', id: one.id }), one]))
    },
    render: (request) => <Ways {...request} />,
  })
}

function Ways({ docket }: RequestForComment) {
  const t = useWords(words)
  return (
    <p>
      <a href={importsAddress(docket)}>{t('importsTitle')}</a>
    </p>
  )
}
