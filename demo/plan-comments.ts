import { randomUUID } from 'node:crypto'
import type { Arrival, Publication } from '../src/docket/index.ts'
import { after, type Instant } from '../src/platform/time.ts'
import type { RequestForComment } from '../src/requests/index.ts'
import { comments, type ExampleComment } from './words.ts'

function answersOf(example: ExampleComment, { questions }: RequestForComment): Arrival['answers'] {
  const publication: Publication = example.publication ?? 'with-name'
  const toQuestions = questions.flatMap(({ id, number }) => {
    const text = example.answers[number]
    return text === undefined ? [] : [{ question: { id, number }, text, publication }]
  })
  const free = example.text === undefined ? [] : [{ text: example.text, publication }]
  const secret = example.confidential
    ? [{ text: example.confidential, publication: 'confidential' as const }]
    : []
  return [...toQuestions, ...free, ...secret]
}

/** The invented comments, as if each had just been sent through the form. */
export function planComments(request: RequestForComment, now: Instant): Arrival[] {
  const { id, processId, docket } = request
  return comments.map((example, at) => ({
    request: { id, processId, docket },
    channel: 'web-form',
    receivedAt: after(now, at),
    language: example.language,
    group: example.group,
    country: example.country,
    particulars: { name: example.name, organisation: example.organisation, capacity: example.capacity },
    answers: answersOf(example, request),
    attachments: [],
    idempotencyKey: randomUUID(),
    state: 'screening',
  }))
}
