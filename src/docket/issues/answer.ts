import type { IssueDecision, Ranking } from './model.ts'
import type { IssuesOfRequest } from './read-issues.ts'
import type { IssuesAnswer } from './schemas.ts'

const counted = ({ ballots, tallies }: Ranking) => ({
  rankings: ballots,
  issues: tallies.map(({ issue, points, first, ranked }) => ({
    ...{ issue, points },
    firstChoices: first,
    rankedBy: ranked,
  })),
})

const countedBy = (rankings: ReadonlyMap<string, Ranking>) =>
  Object.fromEntries([...rankings].map(([name, ranking]) => [name, counted(ranking)]))

const decided = (decisions: readonly IssueDecision[]) =>
  decisions.map(({ outcome, issue, reason, at }) => ({
    ...{ outcome, reason },
    issue: issue?.number ?? null,
    at: at.toISOString(),
  }))

/** What the page shows, as programs read it. */
export function answerOf(docket: string, found: IssuesOfRequest): IssuesAnswer {
  return {
    docket,
    question: found.question.number,
    issues: found.question.issues.map(({ number, title }) => ({
      ...{ number, title },
      decisions: decided(found.decided.get(number) ?? []),
    })),
    ranking: counted(found.rankings.all),
    byGroup: countedBy(found.rankings.byGroup),
    byConfirmation: countedBy(found.rankings.byLevel),
    proposed: found.topics.map(({ group, proposals, decisions }) => ({
      heading: group?.title ?? null,
      proposals: proposals.map(({ comment, group: of, title, why }) => ({
        ...{ comment, title, why },
        group: of,
      })),
      decisions: decided(decisions),
    })),
    aboutGone: decided(found.onGone),
  }
}
