/**
 * How many of each opinion group belong to each declared stakeholder group.
 * @param opinion group of each participant from 0, or -1 for none, of shape (participants,)
 * @param declared likewise
 * @returns counts by opinion group, then by declared group; who is in none of either is not counted
 */
export function crossTable(
  opinion: Int32Array,
  declared: Int32Array,
  [groups, kinds]: readonly [number, number],
): number[][] {
  const table = Array.from({ length: groups }, () => new Array<number>(kinds).fill(0))
  for (const [at, group] of opinion.entries()) {
    const [row, kind] = [table[group], declared[at] ?? -1]
    if (row && kind >= 0) row[kind] = (row[kind] ?? 0) + 1
  }
  return table
}
