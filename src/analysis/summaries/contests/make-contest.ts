import type { CommentId } from '../../../docket/index.ts'
import type { Actor } from '../../../participants/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import { lockPosted } from '../../coding/readings/store.ts'
import { isLateContest, type SentenceId, type Summary, type SummaryVersion } from '../model.ts'
import type { SummariesDb, SummariesTx } from '../services.ts'
import { findOpen, insertContest, listContests } from './store.ts'

export interface Contesting {
  comment: CommentId
  summary: Pick<Summary, 'id' | 'process' | 'request'>
  version: Pick<SummaryVersion, 'id' | 'contestUntil'>
  /** The sentence as it was published; none where the commenter is cited nowhere. */
  sentence: SentenceId | null
  words: string
  at: Instant
}

/** So many contests of one comment wait at once. */
const MOST_OPEN = 50

/** A commenter says that a summary does not say what they said; taken after its date too, and then marked as late. */
export function makeContest(
  db: SummariesDb,
  { person: by }: Actor,
  { comment, summary, version, sentence, words, at }: Contesting,
): Promise<'made' | 'open-already' | 'too-many' | 'not-posted'> {
  const about = { comment, summary: summary.id, sentence }
  return db.transaction().execute(async (tx) => {
    if (!(await lockPosted(tx, comment))) return 'not-posted'
    const waiting = await waitingFor(tx, about, words)
    if (waiting) return waiting
    const id = newId<'contest'>(at.getTime())
    const { process, request } = summary
    const late = isLateContest(version, at)
    const told = { id, process, request, ...about, version: version.id, words, at, late }
    if (!(await insertContest(tx, told))) return 'open-already'
    const detail = { comment, summary: summary.id, version: version.id, sentence, late }
    await append(tx, { kind: 'contest-made', about: { kind: 'contest', id }, process, by, at, detail })
    return 'made'
  })
}

/** What is contested already: the same once more is done, other words about the same must wait. */
async function waitingFor(
  tx: SummariesTx,
  about: Parameters<typeof findOpen>[1],
  words: string,
): Promise<'made' | 'open-already' | 'too-many' | undefined> {
  const open = await findOpen(tx, about)
  if (open) return open.words === words ? 'made' : 'open-already'
  const all = await listContests(tx, { comment: about.comment })
  return all.filter(({ outcome }) => outcome === null).length >= MOST_OPEN ? 'too-many' : undefined
}
