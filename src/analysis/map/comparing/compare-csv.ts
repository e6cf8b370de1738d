import type { Issue } from '../../../processes/index.ts'
import { table } from '../csv.ts'
import type { IssueChange } from './compare.ts'

const columns = ['issue', 'title', 'group', 'position', 'comments_before', 'comments_after', 'change']

/** What changed between two rounds, as a table. */
export const compareCsv = (issues: readonly Issue[], changes: readonly IssueChange[]): string =>
  table(
    columns,
    changes.flatMap(({ issue, groups }) => {
      const about = issues.find(({ id }) => id === issue)
      return groups.flatMap(({ group, changes: each }) =>
        each
          .filter(({ before, after }) => before + after > 0)
          .map(({ position, before, after }) => [
            ...[about?.number, about?.title, group, position],
            ...[before, after, after - before],
          ]),
      )
    }),
  )
