import { standingDecisions } from '../../../moderation/index.ts'
import { listStakeholderGroups } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Issue } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Contest } from '../contests/model.ts'
import { listContests } from '../contests/store.ts'
import type { Sentence, SummaryVersion } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { findSummary, listVersions, readSentences } from '../store.ts'

/** A contest as anybody may read it: what a moderator has not let through is not in it. */
export interface PublicContest extends Contest {
  /** The codes of the reasons why its words are withheld. */
  withheldFor: readonly string[]
}

export interface ReadSummary {
  version: SummaryVersion
  sentences: readonly Sentence[]
  /** The version before, for what changed. */
  before: { number: number; sentences: readonly Sentence[] } | undefined
  /** All versions, the newest first. */
  versions: readonly SummaryVersion[]
  contests: readonly PublicContest[]
  groups: readonly { slug: string; name: string }[]
}

/** A published version of the summary of an issue: the newest, or the one that is asked for. */
export async function readSummary(
  db: SummariesDb,
  request: Pick<RequestForComment, 'id'>,
  issue: Pick<Issue, 'id'>,
  asked?: number,
): Promise<ReadSummary | undefined> {
  const summary = await findSummary(db, request.id, issue.id)
  const versions = summary && (await listVersions(db, [summary.id])).get(summary.id)
  if (!summary || !versions) return undefined
  const version = versions.find(({ number }) => asked === undefined || number === asked)
  if (!version) throw new NotFound('No such version.')
  const earlier = versions.find(({ number }) => number === version.number - 1)
  const [sentences, previous, contests, groups] = await Promise.all([
    readSentences(db, issue.id, { version: version.id }),
    earlier && readSentences(db, issue.id, { version: earlier.id }),
    publicContests(db, await listContests(db, { summary: summary.id })),
    listStakeholderGroups(db),
  ])
  const before = earlier && previous && { number: earlier.number, sentences: previous }
  return { version, sentences, before, versions, contests, groups }
}

export async function publicContests(
  db: SummariesDb,
  contests: readonly Contest[],
): Promise<PublicContest[]> {
  const withheld = contests.filter(({ state }) => state === 'withheld').map(({ id }) => id)
  const decisions = withheld.length > 0 ? await standingDecisions(db, 'contest', withheld) : new Map()
  return contests.map((contest) => ({
    ...contest,
    words: contest.state === 'posted' ? contest.words : '',
    withheldFor: [decisions.get(contest.id)?.reason ?? []].flat(),
  }))
}
