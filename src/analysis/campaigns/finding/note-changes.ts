import { followRecord, type PlacedEntry } from '../../../record/index.ts'
import { addToRead } from './queue/store.ts'
import type { FindingServices } from './services.ts'

const READER = 'campaigns'
const AT_ONCE = 1000

const isOfComment = ({ about }: PlacedEntry) => about.kind === 'comment'

/** Lists the comments about which the record tells something new; answers how many entries it told. */
export function noteChanges({ db }: Pick<FindingServices, 'db'>): Promise<number> {
  return followRecord(db, READER, AT_ONCE, async (tx, entries) => {
    const comments = new Set(entries.filter(isOfComment).map(({ about }) => about.id))
    if (comments.size > 0) await addToRead(tx, [...comments])
  })
}
