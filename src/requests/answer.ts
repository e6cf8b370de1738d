import type { Instant } from '../platform/time.ts'
import type { Process } from '../processes/index.ts'
import { type RequestForComment, stateOf } from './model.ts'
import type { RequestAnswer } from './schemas.ts'

function roundOf({ replyRound }: RequestForComment): RequestAnswer['replyRound'] {
  if (!replyRound) return null
  const { opensAt, closesAt, zone } = replyRound
  return { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), zone }
}

/** A request as programs read it: the same facts as on its page. */
export function answerOf(
  request: RequestForComment,
  process: Pick<Process, 'slug' | 'name' | 'outcomeCharacter'>,
  now: Instant,
  origin: string,
): RequestAnswer {
  const { docket, title, notice, language, publishedAt, opensAt, deadline, minutes } = request
  const { slug, name, outcomeCharacter } = process
  const url = `${origin}/requests/${docket}`
  return {
    ...{ docket, title, notice, language, minutes, url },
    state: stateOf(request, now),
    process: { slug, name, outcomeCharacter },
    publishedAt: publishedAt?.toISOString() ?? null,
    opensAt: opensAt.toISOString(),
    deadline: { at: deadline.at.toISOString(), zone: deadline.zone },
    deadlines: request.deadlines.map(({ at, zone, reason, setAt }) => ({
      at: at.toISOString(),
      zone,
      reason,
      setAt: setAt.toISOString(),
    })),
    questions: request.questions.map(({ issues, asksForIssues = false, ...question }) => ({
      ...question,
      asksForIssues,
      issues: issues.map((issue) => ({ number: issue.number, title: issue.title })),
    })),
    replyRound: roundOf(request),
    papers: request.papers.map((paper) => ({
      title: paper.title,
      url: 'url' in paper ? paper.url : `${url}/papers/${paper.id}`,
    })),
  }
}
