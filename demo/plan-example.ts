import type { OrganisationId } from '../src/participants/index.ts'
import { instantIn, wallClockIn } from '../src/platform/i18n/index.ts'
import { newId } from '../src/platform/id.ts'
import { after, type Instant } from '../src/platform/time.ts'
import { type Issue, type Process, stagesFrom } from '../src/processes/index.ts'
import type { PlannedRequest } from '../src/requests/index.ts'
import { request as asked, process as told } from './words.ts'

const DAY = 86_400_000
const zone = 'Europe/Dublin'

/** At five in the afternoon, four weeks from now. */
function deadlineFrom(now: Instant): Instant {
  const day = wallClockIn(zone, after(now, 28 * DAY)).slice(0, 10)
  const deadline = instantIn(zone, `${day}T17:00`)
  if (typeof deadline === 'string') throw new Error(`The example’s deadline is ${deadline}.`)
  return deadline
}

/** The invented process as it would be planned today: comments are open for four weeks. */
export function planProcess(convenor: OrganisationId, now: Instant): Process {
  const closes = deadlineFrom(now)
  return {
    id: newId<'process'>(now.getTime()),
    slug: told.slug,
    name: told.name,
    scope: told.scope,
    outcomeCharacter: 'best-practice',
    binding: 'voluntary',
    convenor,
    docketPrefix: told.prefix,
    zone,
    createdAt: now,
    publishedAt: undefined,
    issues: told.issues.map(([title, description], at) => ({
      id: newId<'issue'>(now.getTime()),
      number: at + 1,
      title,
      description,
    })),
    stages: stagesFrom('open-request-for-comment', { opens: now, closes }),
  }
}

function tied(issues: readonly Issue[], numbers: readonly number[]) {
  return issues
    .filter(({ number }) => numbers.includes(number))
    .map(({ id, number, title }) => ({ id, number, title }))
}

export function planRequest(process: Process, now: Instant): PlannedRequest {
  const deadline = { at: deadlineFrom(now), zone }
  return {
    id: newId<'request'>(now.getTime()),
    docket: undefined,
    processId: process.id,
    processSlug: process.slug,
    title: asked.title,
    notice: asked.notice,
    language: 'en',
    createdAt: now,
    publishedAt: undefined,
    opensAt: now,
    deadline,
    deadlines: [{ ...deadline, reason: '', setAt: now }],
    questions: asked.questions.map(({ text, hint, issues, priority, ...more }, at) => ({
      id: newId<'question'>(now.getTime()),
      number: at + 1,
      text,
      hint,
      issues: tied(process.issues, issues),
      priority,
      ...more,
    })),
    papers: [],
    minutes: 1,
  }
}
