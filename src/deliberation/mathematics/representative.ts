import { type Marks, type Side, Z_90 } from './representativeness.ts'

const MOST = 5

/** A statement that stands for a group, and whether for agreeing or for disagreeing with it. */
export interface Representative extends Side {
  /** Index of the statement. */
  statement: number
  for: 'agree' | 'disagree'
  /** The statement that the group agrees with most: it is named in any case. */
  bestAgree: boolean
}

const metric = ({ repness, repnessTest, pSuccess, pTest }: Side): number =>
  repness * repnessTest * pSuccess * pTest

const passes = ({ repnessTest, pTest }: Side): boolean => repnessTest > Z_90 && pTest > Z_90

const strongerOf = ({ agree, disagree }: Marks): 'agree' | 'disagree' =>
  agree.repnessTest > disagree.repnessTest ? 'agree' : 'disagree'

const wasVotedOn = ({ agree, disagree }: Marks): boolean => agree.successes + disagree.successes > 0

/** Whether a group agrees with this more clearly than with the best so far. */
function agreesMore({ agree }: Marks, best: Side | undefined): boolean {
  if (!best) return agree.pTest > Z_90 || (agree.repness > 1 && agree.pSuccess > 0.5)
  return best.repness > 1
    ? metric(agree) > metric(best)
    : agree.pSuccess * agree.pTest > best.pSuccess * best.pTest
}

/**
 * The statements that stand for a group: those that mark it out by both tests, at most five, the strongest first; first
 * of all the one it agrees with most clearly, and agreements before disagreements. Where none passes, the one that comes
 * nearest. The choice is Polis' (Small et al. 2021).
 * @param marks of one group, by statement
 * @param leftOut statements moderated out, of shape (statements,)
 */
export function representativeOf(marks: readonly Marks[], leftOut: Uint8Array): Representative[] {
  const open = [...marks.entries()].filter(([at]) => !leftOut[at])
  const named = ([statement, both]: [number, Marks], side = strongerOf(both)): Representative => ({
    ...both[side],
    ...{ statement, for: side, bestAgree: false },
  })
  const best = bestAgreed(open)
  const strong = open
    .filter(([, both]) => passes(both.agree) || passes(both.disagree))
    .map((one) => named(one))
    .sort((one, other) => metric(other) - metric(one))
  const first = best && { ...named(best, 'agree'), bestAgree: true }
  const rest = strong.filter(({ statement }) => statement !== first?.statement)
  const chosen = first ? [first, ...rest] : rest
  if (chosen.length === 0) return nearest(open).map((one) => named(one))
  const few = chosen.slice(0, MOST)
  return [...few.filter((one) => one.for === 'agree'), ...few.filter((one) => one.for === 'disagree')]
}

function bestAgreed(open: readonly [number, Marks][]): [number, Marks] | undefined {
  let best: [number, Marks] | undefined
  for (const one of open) if (wasVotedOn(one[1]) && agreesMore(one[1], best?.[1].agree)) best = one
  return best
}

function nearest(open: readonly [number, Marks][]): [number, Marks][] {
  const test = ([, { agree, disagree }]: [number, Marks]) => Math.max(agree.repnessTest, disagree.repnessTest)
  let best: [number, Marks] | undefined
  for (const one of open) if (!best || test(one) > test(best)) best = one
  return best && wasVotedOn(best[1]) ? [best] : []
}
