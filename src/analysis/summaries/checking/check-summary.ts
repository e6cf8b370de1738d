import type { Position } from '../../coding/model.ts'
import { checkConditions } from './check-condition.ts'
import { checkCover } from './check-cover.ts'
import type { CheckedSummary, SentenceFlag, SentenceToCheck, SummaryFlag, SummaryToCheck } from './flags.ts'
import { folded } from './same-word.ts'

function checkSentence(
  { text, cited, gone }: SentenceToCheck,
  language: string,
  framing: ReadonlySet<string>,
): SentenceFlag[] {
  if (!/\p{L}/u.test(text)) return [{ kind: 'no-words' }]
  const flags: SentenceFlag[] = gone > 0 ? [{ kind: 'not-public', count: gone }] : []
  if (cited.length === 0) return gone > 0 ? flags : [{ kind: 'cites-nothing' }]
  return [...flags, ...checkCover(text, language, cited, framing), ...checkConditions(text, language, cited)]
}

function countBy<Key extends string>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Who says something of the issue, and what is said of it, that no sentence cites. */
function leftOut({ sentences, held }: SummaryToCheck): SummaryFlag[] {
  const groups = new Set(sentences.flatMap((one) => one.groups))
  const positions = new Set<Position | undefined>(
    sentences.flatMap(({ cited }) => cited.map(({ position }) => position)),
  )
  const [ofGroup, ofPosition] = [
    countBy(held.map(({ group }) => group)),
    countBy(held.map((one) => one.position)),
  ]
  return [
    ...[...ofGroup]
      .filter(([group]) => !groups.has(group))
      .map(([group, excerpts]) => ({ kind: 'group-missing', group, excerpts }) as const),
    ...[...ofPosition]
      .filter(([position]) => !positions.has(position))
      .map(([position, excerpts]) => ({ kind: 'position-missing', position, excerpts }) as const),
  ]
}

/** What a reader should look at again before a summary is published; it forbids nothing. */
export function checkSummary(summary: SummaryToCheck): CheckedSummary {
  const { sentences, language } = summary
  const framing = new Set(summary.framing.flatMap((name) => name.split(/[\s-]+/).map(folded)))
  return {
    sentences: new Map(sentences.map((one) => [one.id, checkSentence(one, language, framing)])),
    whole: sentences.length === 0 ? [{ kind: 'empty' }, ...leftOut(summary)] : leftOut(summary),
  }
}
