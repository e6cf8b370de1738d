import { type Part, partOf, partOfFile, partsOfText } from '../record/index.ts'
import type { Deadline, ReplyRound, RequestForComment } from './model.ts'
import type { Paper } from './papers/model.ts'

/** What the log commits to when a request is published: everything a reader is shown of it. */
export function partsOfRequest(request: RequestForComment): Part[] {
  return [
    partOf('title', request.title),
    partOf('opens', request.opensAt.toISOString()),
    partOfDeadline(request.deadline),
    ...(request.replyRound ? [partOfRound(request.replyRound)] : []),
    ...partsOfText('notice', request.notice),
    ...request.questions.flatMap(({ number, text, hint, asksForIssues, issues }) => [
      ...partsOfText(`question ${number}`, text),
      ...partsOfText(`hint of question ${number}`, hint),
      ...(asksForIssues ? [partOf(`issues to rank at question ${number}`, titled(issues))] : []),
    ]),
    ...request.papers.map(partOfPaper),
  ]
}

export function partOfRound({ opensAt, closesAt, zone }: ReplyRound): Part {
  return partOf('reply round', `${opensAt.toISOString()} to ${closesAt.toISOString()} ${zone}`)
}

const titled = (issues: RequestForComment['questions'][number]['issues']) =>
  issues.map(({ number, title }) => `${number}. ${title}`).join('\n')

export function partOfDeadline({ at, zone }: Deadline): Part {
  return partOf('deadline', `${at.toISOString()} ${zone}`)
}

function partOfPaper(paper: Paper, position: number): Part {
  const of = `background paper ${position + 1}`
  return 'file' in paper ? partOfFile(of, paper.file) : partOf(of, `${paper.title}\n${paper.url}`)
}
