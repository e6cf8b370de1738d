import { append } from '../../../record/index.ts'
import { personOf } from '../../coding/at-desk.ts'
import { atDraft, type Drafting, type OpenDraft } from '../drafting/at-draft.ts'
import type { ContestId, SummaryVersionId } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { listVersions, readSentences } from '../store.ts'
import { whoAnswers } from './answering/who-answers.ts'
import { type Correction, publishCorrection } from './correct.ts'
import type { Contest } from './model.ts'
import { closeContest, findContest } from './store.ts'

export interface ContestAnswer {
  contest: ContestId
  /** The newest version as its answerer saw it. */
  seen: string
  answer: string
  /** Nothing where the contest is not upheld. */
  correction: Pick<Correction, 'text' | 'cites'> | undefined
}

export type NotAnswered =
  | 'published-it'
  | 'answered-meanwhile'
  | 'changed-meanwhile'
  | 'excerpt-unknown'
  | 'unchanged'

/** Answers a contest: with a reason, or with a version in which the sentence is corrected; all of it or nothing. */
export function answerContest(
  db: SummariesDb,
  drafting: Drafting,
  { contest: id, seen, answer, correction }: ContestAnswer,
): Promise<NotAnswered | 'done'> {
  return atDraft<NotAnswered>(db, drafting, async (draft) => {
    const contest = await findContest(draft.tx, id)
    if (contest?.outcome !== null || contest.summary !== draft.summary.id) return 'answered-meanwhile'
    const who = await whoAnswers(draft.tx, contest, drafting.actor.person)
    if (typeof who === 'object') return 'published-it'
    const version = correction && (await uphold(draft, drafting, contest, { ...correction, answer, seen }))
    if (typeof version === 'object') return version.refused
    return close(draft, drafting, contest, { answer, version })
  })
}

/** State and record entry; nothing where somebody was faster. */
async function close(
  { tx }: OpenDraft,
  { actor, at }: Drafting,
  { id, process, comment, publishedBy }: Contest,
  { answer, version }: { answer: string; version: SummaryVersionId | undefined },
): Promise<'answered-meanwhile' | 'done'> {
  const by = personOf(actor)
  const [outcome, corrected] = [version ? ('upheld' as const) : ('not-upheld' as const), version ?? null]
  if (!(await closeContest(tx, { id, outcome, answer, at, by, corrected }))) return 'answered-meanwhile'
  const detail = { comment, version: corrected, publisher: publishedBy === by }
  await append(tx, { kind: `contest-${outcome}`, about: { kind: 'contest', id }, process, by, at, detail })
  return 'done'
}

/** The version that corrects what is contested: a new one, or the newest where it reads otherwise already. */
async function uphold(
  draft: OpenDraft,
  drafting: Drafting,
  contest: Contest,
  { text, cites, answer, seen }: Pick<Correction, 'text' | 'cites'> & { answer: string; seen: string },
): Promise<SummaryVersionId | { refused: NotAnswered }> {
  const { tx, summary } = draft
  const [latest] = (await listVersions(tx, [summary.id])).get(summary.id) ?? []
  if (latest?.id !== seen) return { refused: 'changed-meanwhile' }
  const { issue } = drafting
  const sentences = await readSentences(tx, issue.id, { version: latest.id })
  const correction = { line: contest.line ?? undefined, text, cites, changes: answer }
  const done = await publishCorrection(draft, drafting, { ...latest, sentences }, correction)
  if ('version' in done) return done.version
  if (done.refused === 'excerpt-unknown') return done
  const contested = await readSentences(tx, issue.id, { version: contest.version })
  const wordingOf = (all: typeof sentences) => all.find(({ line }) => line === contest.line)?.text
  const reads = contest.line !== null && wordingOf(contested) !== wordingOf(sentences)
  return reads ? latest.id : { refused: 'unchanged' }
}
