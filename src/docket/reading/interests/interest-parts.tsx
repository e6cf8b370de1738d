import type { ModerationTables } from '../../../moderation/index.ts'
import { type Actor, decide, type Interest, InterestLines } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { postingPolicy } from '../../posting/access.ts'
import { listProcesses } from '../store.ts'
import { words } from '../words.ts'
import { listAllInterests, listShownInterests, type ShownInterests } from './store.ts'

type Loaded = ShownInterests & { forModerators: readonly Interest[] }

const none: ShownInterests = { declared: [], notShown: 0 }

/** Beside a comment: what its sender has at stake; those who moderate it see what is confidential too. */
export function interestPart(db: Db<CommentTables & ModerationTables>): OfferedPart<Actor> {
  return offerPart<Actor, Loaded>({
    place: 'beside-comment',
    async load(refs, viewer) {
      const ids = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const shown = await listShownInterests(db, ids)
      const all = await listAllInterests(db, await moderated(db, ids, viewer))
      const told = new Set([...shown.keys(), ...all.keys()])
      return new Map(
        [...told].map((id) => [
          refKey({ kind: 'comment', id }),
          { ...(shown.get(id) ?? none), forModerators: all.get(id) ?? [] },
        ]),
      )
    },
    render: (loaded) => <Interests {...loaded} />,
  })
}

async function moderated(
  db: Db<CommentTables>,
  ids: readonly CommentId[],
  viewer: Actor,
): Promise<CommentId[]> {
  if (viewer.person === undefined) return []
  const processes = await listProcesses(db, ids)
  return ids.filter((id) => decide(postingPolicy, viewer, 'comment.moderate', { process: processes.get(id) }))
}

function Interests({ declared, notShown, forModerators }: Loaded) {
  const t = useWords(words)
  const extra = forModerators.length > declared.length
  return (
    <>
      {declared.length > 0 && <p class="parley-local">{t('interests')}</p>}
      {declared.length > 0 && <InterestLines interests={declared} />}
      {notShown > 0 && <p class="parley-local">{t('interestsNotShown', { count: notShown })}</p>}
      {extra && <p class="parley-local">{t('interestsForYou')}</p>}
      {extra && <InterestLines interests={forModerators} />}
    </>
  )
}
