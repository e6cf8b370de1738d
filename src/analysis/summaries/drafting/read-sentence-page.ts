import { listStakeholderGroups, type PersonId } from '../../../participants/index.ts'
import type { SummariesDb } from '../services.ts'
import { findSummary, readSentences } from '../store.ts'
import type { Where } from '../where.ts'
import { type Candidate, listCandidates } from './list-candidates.ts'

const A_PAGE = 100

interface Asked {
  sentence: string
  group: string
  position: string
  /** What stays offered, whatever was asked for. */
  chosen: readonly string[]
}

/** A sentence of the draft with the excerpts that it may cite, as many as a page holds. */
export async function readSentencePage(
  db: SummariesDb,
  { request, issue }: Pick<Where, 'request' | 'issue'>,
  { sentence: named, group, position, chosen }: Asked,
  reader: PersonId | undefined,
) {
  const summary = await findSummary(db, request.id, issue.id)
  const [sentences, all, groups] = await Promise.all([
    summary ? readSentences(db, issue.id, { draft: summary.id }) : [],
    listCandidates(db, request, issue.id, reader),
    listStakeholderGroups(db),
  ])
  const at = sentences.findIndex(({ id }) => id === named)
  const sentence = sentences[at]
  const kept = new Set<string>([...chosen, ...(sentence?.citations.map(({ excerpt }) => excerpt) ?? [])])
  const wanted = (one: Candidate) =>
    (group === '' || one.group === group) && (position === '' || one.position === position)
  const cited = all.filter(({ excerpt }) => kept.has(excerpt))
  const others = all.filter((one) => !kept.has(one.excerpt) && wanted(one)).slice(0, A_PAGE)
  return {
    ...{ sentence, number: sentence ? at + 1 : undefined, groups, asked: { group, position } },
    offered: [...cited, ...others],
    more: all.length - cited.length - others.length,
  }
}
