import type { Judged } from '../defence/model.ts'
import type { Opinions, OpinionVersion } from './model.ts'

/** Nothing of statements that the public does not read now. */
function publicOf<Some extends Opinions>(map: Some, texts: ReadonlyMap<number, string>) {
  const known = <One extends { statement: number }>(some: readonly One[]) =>
    some.filter(({ statement }) => texts.has(statement))
  const numbers = (some: readonly number[]) => some.filter((number) => texts.has(number))
  return {
    ...map,
    all: known(map.all),
    groups: map.groups.map((group) => ({ ...group, stands: known(group.stands), votes: known(group.votes) })),
    agreed: { agree: numbers(map.agreed.agree), disagree: numbers(map.agreed.disagree) },
    ...{ bridges: numbers(map.bridges), divides: numbers(map.divides), uncertain: numbers(map.uncertain) },
  }
}

/** What programs read: the map with and without who is flagged, and of the flagged how many, and never who. */
export function answerOf(
  map: OpinionVersion,
  findings: readonly Judged[],
  texts: ReadonlyMap<number, string>,
) {
  return {
    ...publicOf(map, texts),
    statements: [...texts].map(([number, text]) => ({ number, text })),
    without: map.without && publicOf(map.without, texts),
    findings: findings
      .filter(({ flagged, judgment }) => flagged || judgment)
      .map(({ kind, people, flagged, judgment }) => ({
        ...{ kind, people: people.length, flagged },
        decided: judgment && { at: judgment.at, reason: judgment.reason },
      })),
  }
}
