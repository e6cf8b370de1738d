import { readWords } from '../phrases/read-words.ts'
import { stopWordsOf } from '../phrases/stop-words.ts'
import { type Bag, runsOf } from '../propositions/bags.ts'
import { classWeights } from '../propositions/class-weights.ts'
import { fitLogistic, type Linear, type Sparse, scoresOf, softmax } from '../propositions/logistic.ts'
import { fitTfIdf } from '../propositions/tf-idf.ts'

/** What a person coded: a text and the issues it is about, none included. */
export interface CodedText<Issue extends string> {
  text: string
  language: string
  issues: readonly Issue[]
}

export interface IssueChance<Issue extends string> {
  issue: Issue
  /** From 0 to 1, of each issue apart: a text may be about several, or none. */
  probability: number
}

export interface IssueModel<Issue extends string> {
  /** In alphabetical order; an issue with fewer than 2 texts for it, or none against it, is not learnt. */
  issues: readonly Issue[]
  /** Every learnt issue, the likeliest first. */
  issuesOf(text: string, language: string): IssueChance<Issue>[]
}

const FEWEST = 2
const PENALTY = 0.5
const STEPS = 40
/** So many words of a text are read. */
const MOST_WORDS = 20_000

function bagOf(text: string, language: string): Bag {
  const stops = stopWordsOf(language)
  const words: string[] = []
  for (const { plain } of readWords(text, language)) {
    if (!stops.has(plain)) words.push(plain)
    if (words.length === MOST_WORDS) break
  }
  return runsOf(words, 2)
}

/**
 * Learns which issues a text is about from what people coded so far: TF-IDF of words 1–2, a logistic regression for each
 * issue. The same model for the same examples; nothing leaves the machine.
 */
export function trainIssues<Issue extends string>(examples: readonly CodedText<Issue>[]): IssueModel<Issue> {
  const bags = examples.map(({ text, language }) => bagOf(text, language))
  const words = fitTfIdf(bags, examples.length < 20 ? 1 : FEWEST)
  const vectors = bags.map((bag) => words.vectorOf(bag))
  const all = [...new Set(examples.flatMap(({ issues }) => issues))].sort()
  const judges = all.flatMap((issue) => {
    const about = examples.map(({ issues }) => (issues.includes(issue) ? 1 : 0))
    const count = about.filter((one) => one === 1).length
    if (count < FEWEST || count === about.length) return []
    const fitting = { penalty: PENALTY, steps: STEPS, classWeights: classWeights(about, 2) }
    return [{ issue, model: fitLogistic(vectors, about, { classes: 2, width: words.width }, fitting) }]
  })
  const issuesOf = (text: string, language: string) => {
    const vector = words.vectorOf(bagOf(text, language))
    return judges
      .map(({ issue, model }) => ({ issue, probability: chanceOf(model, vector) }))
      .sort((a, b) => b.probability - a.probability || (a.issue < b.issue ? -1 : 1))
  }
  return { issues: judges.map(({ issue }) => issue), issuesOf }
}

function chanceOf(model: Linear, vector: Sparse): number {
  const scores = new Float64Array(2)
  scoresOf(model, vector, scores)
  softmax(scores)
  return scores[1] ?? 0
}

/** How unsure the model is of a text: 1 where its least sure issue is an even bet, 0 where all are certain. */
export function doubtOf(chances: readonly IssueChance<string>[]): number {
  return Math.max(0, ...chances.map(({ probability }) => 1 - 2 * Math.abs(probability - 0.5)))
}

/**
 * The texts that a person’s coding would teach most, least sure first (uncertainty sampling; Lewis and Gale 1994).
 * @param texts that nobody has coded @returns the same, in that order; of equal doubt as they came
 */
export function leastSureFirst<Text extends { text: string; language: string }>(
  model: IssueModel<string>,
  texts: readonly Text[],
): Text[] {
  return texts
    .map((one) => ({ one, doubt: doubtOf(model.issuesOf(one.text, one.language)) }))
    .sort((a, b) => b.doubt - a.doubt)
    .map(({ one }) => one)
}
