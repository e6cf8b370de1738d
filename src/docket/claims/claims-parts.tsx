import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { CommentTables } from '../comments/tables.ts'
import { numbersOf } from './store.ts'
import { words } from './words.ts'

/** What claims add to the pages of others. */
export function claimsParts(db: Db<CommentTables>): OfferedPart<Actor>[] {
  return [wayToClaim(db)]
}

/** On every comment's own page: the way to object. */
function wayToClaim(db: Db<CommentTables>): OfferedPart<Actor> {
  return offerPart<Actor, string>({
    place: 'comment-ways',
    async load(refs) {
      const numbers = await numbersOf(
        db,
        refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? []),
      )
      return new Map([...numbers].map(([id, number]) => [refKey({ kind: 'comment', id }), number]))
    },
    render: (number) => <WayToClaim number={number} />,
  })
}

function WayToClaim({ number }: { number: string }) {
  const t = useWords(words)
  return (
    <p class="parley-noprint">
      <a href={`/comments/${number}/claim`} rel="nofollow">
        {t('notMine')}
      </a>
    </p>
  )
}
