import { newId } from '../../../platform/id.ts'
import { after, type Instant } from '../../../platform/time.ts'
import { personOf } from '../../coding/at-desk.ts'
import type { ExcerptId } from '../../coding/model.ts'
import type { Drafting, OpenDraft } from '../drafting/at-draft.ts'
import { type Candidate, listCandidates } from '../drafting/list-candidates.ts'
import {
  type Citation,
  CORRECTION_WINDOW,
  type LineId,
  type Sentence,
  type SummaryVersion,
  type SummaryVersionId,
} from '../model.ts'
import { putVersion } from '../publishing/put-version.ts'
import { followInDraft } from './follow-in-draft.ts'

/** How a sentence is to read; no text takes it out, and no line puts it at the end. */
export interface Correction {
  line: LineId | undefined
  text: string
  cites: readonly ExcerptId[]
  /** Why, as the new version says it. */
  changes: string
}

type Line = Pick<Sentence, 'line' | 'text' | 'citations'>

const saidBy = ({ text, citations }: Line) =>
  [text, ...citations.map(({ excerpt }) => excerpt).toSorted()].join('\n')

const isSame = (a: readonly Line[], b: readonly Line[]) =>
  a.map(saidBy).join('\n\n') === b.map(saidBy).join('\n\n')

/** The citations that were chosen; nothing where one is chosen that may not be cited. */
function chosen(
  candidates: readonly Candidate[],
  { cites }: Correction,
  before: readonly Citation[],
): Citation[] | undefined {
  const known = new Map<ExcerptId, Citation>(before.map((one) => [one.excerpt, one]))
  for (const { excerpt, comment, position, ...shown } of candidates)
    known.set(excerpt, { excerpt, comment, held: position, shown: { ...shown, position } })
  const found = [...new Set(cites)].flatMap((excerpt) => known.get(excerpt) ?? [])
  return found.length === new Set(cites).size ? found : undefined
}

function corrected(published: readonly Sentence[], fresh: Line): Line[] {
  const isThere = published.some(({ line }) => line === fresh.line)
  const all = isThere
    ? published.map((one) => (one.line === fresh.line ? fresh : one))
    : [...published, fresh]
  return all.filter(({ text }) => text !== '')
}

/**
 * Publishes the version before with one sentence corrected, whatever stands in the draft; the draft follows where it
 * still says what was published.
 */
export async function publishCorrection(
  draft: OpenDraft,
  { request, issue, actor, at }: Drafting,
  latest: SummaryVersion & { sentences: readonly Sentence[] },
  correction: Correction,
): Promise<{ version: SummaryVersionId } | { refused: 'excerpt-unknown' | 'unchanged' }> {
  const candidates = await listCandidates(draft.tx, request, issue.id)
  const line = correction.line ?? newId<'sentence-line'>(at.getTime())
  const before = latest.sentences.find((one) => one.line === line)
  const citations = chosen(candidates, correction, before?.citations ?? [])
  if (!citations) return { refused: 'excerpt-unknown' }
  const { text } = correction
  const sentences = corrected(latest.sentences, { line, text, citations })
  if (isSame(sentences, latest.sentences)) return { refused: 'unchanged' }
  const version = await putVersion(draft.tx, {
    ...{ summary: draft.summary.id, number: latest.number + 1, publishedAt: at, zone: latest.zone },
    contestUntil: later(latest.contestUntil, after(at, CORRECTION_WINDOW)),
    ...{ inSpite: '', changes: correction.changes, by: personOf(actor) },
    ...{ language: request.language, candidates, sentences },
  })
  const now = sentences.find((one) => one.line === line)
  const { language } = request
  await followInDraft(draft, { line, before, after: now, candidates, language, at })
  await draft.tell('summary-corrected', { version, number: latest.number + 1 })
  return { version }
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
