import type { Instant } from '../../platform/time.ts'
import type { QuestionId } from '../../requests/index.ts'
import type { Arrival, Publication } from '../comments/model.ts'
import type { Handling } from './jobs/model.ts'
import type { KeyedRow } from './keyed-row.ts'
import type { RowFiles } from './take-files.ts'
import type { Submission } from './understand.ts'

/** Where rows go: the request, its questions, and what the file is called. */
export interface Destination {
  request: Arrival['request']
  questions: ReadonlyMap<number, QuestionId>
  source: string
  handling: Pick<Handling, 'posting' | 'names'>
}

function publicationOf(
  { names }: Destination['handling'],
  { named, confidential, name, organisation }: Submission,
): Publication {
  if (confidential) return 'confidential'
  return names === 'shown' && named && (name ?? organisation) !== undefined ? 'with-name' : 'without-name'
}

/** An answer to a question that is not asked here is kept, under its number, with what is said freely. */
function answersTo(
  questions: Destination['questions'],
  submission: Submission,
  publication: Publication,
): Arrival['answers'] {
  const asked = submission.answers.flatMap(({ question: number, text }) => {
    const id = questions.get(number)
    return id && text ? [{ question: { id, number }, text, publication }] : []
  })
  const strange = submission.answers.filter(({ question }) => !questions.has(question))
  const free = [...strange.map(({ question, text }) => `[${question}] ${text}`), submission.text]
  const text = free.filter((one) => one !== '').join('\n\n')
  return text === '' ? asked : [...asked, { text, publication }]
}

/** Comments that were public in another docket are posted as they come, unless they are to be moderated first. */
export function arrivalOf(
  { request, questions, source, handling }: Destination,
  { key, submission }: KeyedRow,
  { taken }: RowFiles,
  receivedAt: Instant,
): Arrival {
  const { language, group, country, name, organisation, capacity, originalId, at } = submission
  const publication = publicationOf(handling, submission)
  return {
    request,
    channel: 'bulk-import',
    receivedAt,
    language,
    group,
    country,
    interests: { declared: submission.interests, confidential: false },
    particulars: { name, organisation, capacity },
    ...(submission.signatories.length > 0 && { signatories: submission.signatories }),
    answers: answersTo(questions, submission, publication),
    attachments: taken.map((file) => ({ ...file, publication })),
    idempotencyKey: `import:${key}`,
    state: handling.posting === 'at-once' && !submission.unclear ? 'posted' : 'screening',
    original: originalId || at ? { id: originalId ?? key, source, at } : undefined,
  }
}
