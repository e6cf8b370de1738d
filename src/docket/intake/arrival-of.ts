import { cleanText } from '../../platform/text/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type {
  Answer,
  Answered,
  Arrival,
  Attachment,
  Capacity,
  Particulars,
  Publication,
} from '../comments/model.ts'
import { commentKeyOf, hashOfCode, storedIdempotencyKey } from '../comments/secrets.ts'
import { askedIssues } from './issues/asked-issues.ts'
import { type CommentForm, chosenFor, FREE_TEXT, interestsIn, writtenOf } from './model.ts'
import { countryNamed } from './places.ts'
import { signatoriesIn } from './signatories/model.ts'

/** A form without problems as a comment that can be taken. */
export function arrivalOf(
  form: CommentForm,
  request: RequestForComment,
  {
    channel,
    files,
    at,
    repliesTo,
  }: {
    channel: 'web-form' | 'api'
    files: readonly Omit<Attachment, 'publication'>[]
    at: Instant
    repliesTo?: readonly Answered[] | undefined
  },
): Arrival {
  return {
    request: { id: request.id, processId: request.processId, docket: request.docket },
    channel,
    receivedAt: at,
    language: Intl.getCanonicalLocales(form.language)[0] ?? form.language,
    group: form.group,
    country: form.country || undefined,
    particulars: particularsOf(form),
    interests: { declared: interestsIn(form), confidential: form.interestsConfidential !== '' },
    answers: answersOf(form, request),
    attachments: files.map((file) => ({ ...file, publication: form.publication as Publication })),
    ...(repliesTo && { repliesTo }),
    ...signatoriesOf(form),
    idempotencyKey: storedIdempotencyKey(request.id, form.key),
    keyHash: hashOfCode(commentKeyOf(request.id, form.key)),
    state: 'screening',
  }
}

function particularsOf({ name, email, organisation, capacity }: CommentForm): Particulars {
  return {
    name: name || undefined,
    email: email || undefined,
    organisation: organisation || undefined,
    capacity: (capacity as Capacity) || undefined,
  }
}

function signatoriesOf(form: CommentForm): Pick<Arrival, 'signatories'> {
  const named = signatoriesIn(form, countryNamed)
  if (named.length === 0) return {}
  return {
    signatories: named.map(({ name, country, email }) => ({
      name,
      country: countryNamed(country),
      email: email || undefined,
    })),
  }
}

/** In the order of the questions; what is said freely comes last. */
function answersOf(form: CommentForm, request: RequestForComment): Answer[] {
  const order = (number: number) => (number === FREE_TEXT ? Number.MAX_SAFE_INTEGER : number)
  return writtenOf(form, askedIssues(request))
    .toSorted((a, b) => order(a.question) - order(b.question))
    .map((written) => {
      const question = request.questions.find(({ number }) => number === written.question)
      return {
        question: question && { id: question.id, number: question.number },
        text: cleanText(written.text).text,
        publication: chosenFor(form, written) as Publication,
      }
    })
}
