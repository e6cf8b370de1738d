import type { Instant } from '../../platform/time.ts'
import type { QuestionId } from '../../requests/index.ts'
import type { Arrival, Publication } from '../comments/model.ts'
import { takeComments } from '../comments/take-comments.ts'
import { tellPostedAsTaken } from '../posting/tell-posted-as-taken.ts'
import type { KeyedRow } from './keyed-row.ts'
import type { ImportReport } from './model.ts'
import type { ImportServices } from './services.ts'
import { findImported, insertImported } from './store.ts'
import type { Submission } from './understand.ts'
import { say } from './words.ts'

export interface Batch {
  request: Arrival['request']
  questions: ReadonlyMap<number, QuestionId>
  source: string
  rows: readonly KeyedRow[]
}

/** Tells new rows from those the docket has; an id that comes back with other words is named, never merged. */
function sift(rows: readonly KeyedRow[], known: Map<string, string>, report: ImportReport): KeyedRow[] {
  return rows.filter(({ key, wordsHash, number, submission }) => {
    const before = known.get(key)
    if (before === undefined) {
      known.set(key, wordsHash)
      return isSaid(number, submission, report)
    }
    if (before === wordsHash) report.skipped += 1
    else report.failed.push({ row: number, reason: say('otherWords', { key }) })
    return false
  })
}

function isSaid(
  row: number,
  { kind, text, answers, attachments, warnings }: Submission,
  report: ImportReport,
): boolean {
  const empty = text === '' && answers.length === 0 && kind === 'submission'
  if (empty && attachments.length === 0) {
    report.failed.push({ row, reason: say('noWords') })
    return false
  }
  for (const reason of empty ? [...warnings, say('onlyFiles')] : warnings)
    report.warnings.push({ row, reason })
  return true
}

function publicationOf({ named, name, organisation }: Submission): Publication {
  return named && (name ?? organisation) !== undefined ? 'with-name' : 'without-name'
}

/** An answer to a question that is not asked here is kept, under its number, with what is said freely. */
function answersTo(questions: Batch['questions'], submission: Submission): Arrival['answers'] {
  const publication = publicationOf(submission)
  const asked = submission.answers.flatMap(({ question: number, text }) => {
    const id = questions.get(number)
    return id && text ? [{ question: { id, number }, text, publication }] : []
  })
  const strange = submission.answers.filter(({ question }) => !questions.has(question))
  const free = [...strange.map(({ question, text }) => `[${question}] ${text}`), submission.text]
  const text = free.filter((one) => one !== '').join('\n\n')
  return text === '' ? asked : [...asked, { text, publication }]
}

/** Comments of another docket were public there: they are posted as they come. */
function arrivalOf(
  { request, questions, source }: Batch,
  { key, submission }: KeyedRow,
  receivedAt: Instant,
): Arrival {
  const { language, group, country, name, organisation, capacity, originalId, at } = submission
  return {
    request,
    channel: 'bulk-import',
    receivedAt,
    language,
    group,
    country,
    particulars: { name, organisation, capacity },
    answers: answersTo(questions, submission),
    attachments: [],
    idempotencyKey: `import:${key}`,
    state: 'posted',
    original: originalId || at ? { id: originalId ?? key, source, at } : undefined,
  }
}

/** Takes a batch of rows in one transaction: comments, their leaves, and what the rows said beside. */
export async function importBatch(
  services: ImportServices,
  batch: Batch,
  report: ImportReport,
): Promise<void> {
  const { request, questions, source, rows } = batch
  await services.db.transaction().execute(async (tx) => {
    const known = await findImported(
      tx,
      request.id,
      rows.map(({ key }) => key),
    )
    const fresh = sift(rows, known, report)
    const submissions = fresh.filter(({ submission }) => submission.kind === 'submission')
    const notices = fresh.filter(({ submission }) => submission.kind === 'notice')
    const now = services.clock.now()
    const taken = await takeComments(
      tx,
      submissions.map((row) => arrivalOf(batch, row, now)),
    )
    await tellPostedAsTaken(
      tx,
      taken.flatMap(({ id, again }) => (again ? [] : [id])),
      new Map([...questions].map(([number, id]) => [id, number])),
      now,
    )
    await insertImported(tx, request.id, source, [
      ...submissions.map((row, at) => ({ row, comment: taken[at]?.id ?? null })),
      ...notices.map((row) => ({ row, comment: null })),
    ])
    report.imported += submissions.length
    report.notices += notices.length
  })
}
