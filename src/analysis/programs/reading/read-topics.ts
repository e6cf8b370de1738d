import type { IssueId } from '../../../processes/index.ts'
import type { CodeId } from '../../coding/model.ts'
import { doubtOf, trainIssues } from '../../issue-suggestion/train-issues.ts'
import type { Example } from '../learning/examples.ts'
import { partOf, surest } from './parts.ts'
import type { Reader } from './reader.ts'
import { sentencesIn } from './sentences-in.ts'

const LIKELY = 0.5
const MOST_LABELS = 4
/** Labels beyond the most used are not learnt: each takes time. */
const MOST_LEARNT = 60

interface Chance {
  issue: string
  probability: number
}

function partsOf(chances: readonly Chance[]) {
  return chances
    .filter(({ probability }) => probability >= LIKELY)
    .slice(0, MOST_LABELS)
    .map(({ issue: label, probability: confidence }) => {
      const [kind, id] = label.split(' ')
      return kind === 'code'
        ? partOf({ code: id as CodeId, confidence })
        : partOf({ issue: id as IssueId, confidence })
    })
}

function mostUsed(examples: readonly Example[]): ReadonlySet<string> {
  const uses = Map.groupBy(
    examples.flatMap(({ labels }) => labels),
    (label) => label,
  )
  const sorted = [...uses].sort(([, a], [, b]) => b.length - a.length)
  return new Set(sorted.slice(0, MOST_LEARNT).map(([label]) => label))
}

/** Tells issues and codes as people here coded them so far. */
export function readTopics(examples: readonly Example[]): Reader {
  const learnt = mostUsed(examples)
  const model = trainIssues(
    examples.map(({ labels, ...one }) => ({ ...one, issues: labels.filter((label) => learnt.has(label)) })),
  )
  return {
    read(texts) {
      const doubts: number[] = []
      const told = texts.map((one) =>
        sentencesIn(one).flatMap(({ start, end }) => {
          const chances = model.issuesOf(one.text.slice(start, end), one.language)
          doubts.push(doubtOf(chances))
          const parts = partsOf(chances)
          return parts.length === 0 ? [] : [{ starts: start, ends: end, parts }]
        }),
      )
      return { told: surest(told), doubt: Math.max(0, ...doubts) }
    },
    judge: ({ text, language }) => partsOf(model.issuesOf(text, language)),
  }
}
