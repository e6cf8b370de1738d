import { listReasons, type Reason } from '../../../moderation/index.ts'
import { listStakeholderGroups, type PersonId } from '../../../participants/index.ts'
import { type Candidate, listCandidates } from '../drafting/list-candidates.ts'
import type { Sentence, SummaryVersion } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { listVersions, readSentences } from '../store.ts'
import type { Where } from '../where.ts'
import type { Contest } from './model.ts'

const OFFERED = 100

export interface ReadContest {
  contest: Contest
  /** The sentence as it was contested; none where the commenter is cited nowhere. */
  contested: Sentence | undefined
  /** The same sentence as the newest version has it. */
  current: Sentence | undefined
  latest: SummaryVersion | undefined
  /** Excerpts that a correction may cite: those of the commenter and those cited first. */
  offered: readonly Candidate[]
  groups: readonly { slug: string; name: string }[]
  reasons: readonly Reason[]
}

/** A contest with all that its answer needs. */
export async function readContest(
  db: SummariesDb,
  { request, issue }: Pick<Where, 'request' | 'issue'>,
  contest: Contest,
  reader: PersonId | undefined,
): Promise<ReadContest> {
  const [latest] = (await listVersions(db, [contest.summary])).get(contest.summary) ?? []
  const [then, now, candidates, groups, reasons] = await Promise.all([
    readSentences(db, issue.id, { version: contest.version }),
    latest ? readSentences(db, issue.id, { version: latest.id }) : [],
    listCandidates(db, request, issue.id, reader),
    listStakeholderGroups(db),
    listReasons(db),
  ])
  const current = contest.line ? now.find(({ line }) => line === contest.line) : undefined
  const cited = new Set(current?.citations.map(({ excerpt }) => excerpt))
  const isNear = (one: Candidate) => cited.has(one.excerpt) || one.comment === contest.comment
  const offered = [...candidates.filter(isNear), ...candidates.filter((one) => !isNear(one))]
  return {
    ...{ contest, latest, current, groups, reasons, offered: offered.slice(0, OFFERED) },
    contested: contest.sentence ? then.find(({ id }) => id === contest.sentence) : undefined,
  }
}
