import type { Question } from '../../requests/index.ts'
import { keyOf, type Outcome, outcomes, type Proposal, type Topic } from './model.ts'
import type { WordKey } from './words.ts'

/** What the form of a decision holds, as it was typed. */
export interface DecisionForm {
  act: string
  proposals: readonly string[]
  issues: readonly string[]
  heading: string
  outcome: string
  into: string
  title: string
  description: string
  reason: string
  /** The latest decision when the form was opened. */
  seen: string
}

export type DecisionProblems = ReadonlyMap<string, WordKey>

/** A decision that can be made: about proposals, or about issues that were asked. */
export interface Decidable {
  outcome: Outcome
  reason: string
  proposals: readonly Proposal[]
  issues: Question['issues']
  /** For proposals that are taken up: the issue they become. */
  becomes: { title: string; description: string } | undefined
  /** For proposals that are merged: the number of an issue of the process. */
  into: number | undefined
}

export type Checked = { decidable: Decidable } | { problems: DecisionProblems }

/** Whoever decides about one of those that stand together decides about all of them. */
export function chosenProposals(chosen: readonly string[], topics: readonly Topic[]): Proposal[] {
  const keys = new Set(chosen)
  return topics
    .filter(({ proposals }) => proposals.some((one) => keys.has(keyOf(one))))
    .flatMap(({ proposals }) => proposals)
}

export function checkDecision(
  form: DecisionForm,
  topics: readonly Topic[],
  asked: Question['issues'],
  known: readonly number[],
): Checked {
  const outcome = outcomes.find((one) => one === form.outcome)
  const proposals = chosenProposals(form.proposals, topics)
  const issues = asked.filter(({ number }) => form.issues.includes(String(number)))
  const [title, description, reason] = [form.title.trim(), form.description.trim(), form.reason.trim()]
  const into = known.find((number) => String(number) === form.into)
  const becomes = outcome === 'taken-up' && proposals.length > 0
  const rules: [boolean, string, WordKey][] = [
    [proposals.length + issues.length === 0, 'proposals', 'nothingChosen'],
    [outcome === undefined, 'outcome', 'outcomeMissing'],
    [outcome === 'merged' && issues.length > 0, 'outcome', 'issuesNotMerged'],
    [outcome === 'merged' && into === undefined, 'into', 'intoMissing'],
    [becomes && title === '', 'title', 'titleMissing'],
    [title.length > 300, 'title', 'tooLong'],
    [description.length > 5000, 'description', 'tooLong'],
    [reason === '', 'reason', 'reasonMissing'],
    [reason.length > 5000, 'reason', 'tooLong'],
  ]
  const problems = new Map(rules.flatMap(([wrong, field, key]) => (wrong ? [[field, key]] : [])))
  if (problems.size > 0 || !outcome) return { problems }
  return {
    decidable: {
      ...{ outcome, reason, proposals, issues },
      becomes: becomes ? { title, description } : undefined,
      into: outcome === 'merged' ? into : undefined,
    },
  }
}
