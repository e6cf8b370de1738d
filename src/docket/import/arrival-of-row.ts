import type { Instant } from '../../platform/time.ts'
import type { QuestionId } from '../../requests/index.ts'
import type { Arrival, Publication } from '../comments/model.ts'
import type { KeyedRow } from './keyed-row.ts'
import type { RowFiles } from './take-files.ts'
import type { Submission } from './understand.ts'

/** Where rows go: the request, its questions, and what the file is called. */
export interface Destination {
  request: Arrival['request']
  questions: ReadonlyMap<number, QuestionId>
  source: string
}

function publicationOf({ named, confidential, name, organisation }: Submission): Publication {
  if (confidential) return 'confidential'
  return named && (name ?? organisation) !== undefined ? 'with-name' : 'without-name'
}

/** An answer to a question that is not asked here is kept, under its number, with what is said freely. */
function answersTo(questions: Destination['questions'], submission: Submission): Arrival['answers'] {
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
export function arrivalOf(
  { request, questions, source }: Destination,
  { key, submission }: KeyedRow,
  { taken }: RowFiles,
  receivedAt: Instant,
): Arrival {
  const { language, group, country, name, organisation, capacity, originalId, at } = submission
  const publication = publicationOf(submission)
  return {
    request,
    channel: 'bulk-import',
    receivedAt,
    language,
    group,
    country,
    particulars: { name, organisation, capacity },
    answers: answersTo(questions, submission),
    attachments: taken.map((file) => ({ ...file, publication })),
    idempotencyKey: `import:${key}`,
    state: 'posted',
    original: originalId || at ? { id: originalId ?? key, source, at } : undefined,
  }
}
