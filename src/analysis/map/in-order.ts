import type { Issue } from '../../processes/index.ts'
import { positions } from '../coding/model.ts'
import { type Count, voices } from './model.ts'

/** Counts as a table lists them: by issue, group, position and kind of voice. */
export function inOrder(
  counts: readonly Count[],
  issues: readonly Pick<Issue, 'id' | 'number'>[],
  groups: readonly { slug: string }[],
): Count[] {
  const numbers = new Map(issues.map(({ id, number }) => [id, number]))
  const places = new Map(groups.map(({ slug }, at) => [slug, at]))
  const sides = ({ issue, group, position, voice }: Count) => [
    ...[numbers.get(issue) ?? 0, places.get(group) ?? 0],
    ...[positions.indexOf(position), voices.indexOf(voice)],
  ]
  return counts
    .map((count) => ({ count, at: sides(count) }))
    .sort((a, b) => a.at.map((one, side) => one - (b.at[side] ?? 0)).find((one) => one !== 0) ?? 0)
    .map(({ count }) => count)
}
