import { type Columns, columnsOf } from './columns.ts'
import { type ColumnRefusal, columnRefusal, glance, propose, saysSomething } from './inspect.ts'
import type { Row } from './model.ts'
import { unwrapOwn } from './own-export.ts'
import { openSource, type Source, type SourceRefusal } from './sources/open-source.ts'
import { type Submission, understand } from './understand.ts'
import { worded } from './words.ts'

/** A row of a file that was understood, or why it was not; what is said of it stands in sentences. */
export type ReadSubmission = Pick<Row, 'row' | 'place'> &
  ({ submission: Submission; warnings: readonly string[] } | { failed: string })

export interface SubmissionFile {
  /** From its first row on, each time anew. */
  rows(): AsyncGenerator<ReadSubmission>
  close(): Promise<void>
}

/** Reads what the import would bring, and brings it nowhere; what `told` does not say is proposed by the headers. */
export async function openSubmissions(
  path: string,
  told: Columns,
): Promise<SubmissionFile | SourceRefusal | ColumnRefusal> {
  const source = await openSource(path)
  if ('refused' in source) return source
  const seen = await glance(source)
  const proposed = new Map([...propose(seen), ...told])
  const refusal = columnRefusal(seen, proposed)
  if (!refusal) return { rows: () => understood(source, told, proposed), close: () => source.close() }
  await source.close()
  return refusal
}

/** What the first rows propose serves rows whose own headers say nothing. */
async function* understood(source: Source, told: Columns, proposed: Columns): AsyncGenerator<ReadSubmission> {
  let known: { names: string; columns: Columns } | undefined
  for await (const row of source.rows()) {
    if ('failed' in row) {
      yield { row: row.row, place: row.place, failed: worded(row.failed) }
      continue
    }
    const own = unwrapOwn(row)
    const names = [...own.cells.keys()]
    if (known?.names !== names.join('\0'))
      known = { names: names.join('\0'), columns: columnsIn(names, told, proposed) }
    const submission = understand(own, known.columns, new Set())
    const warnings = submission.warnings.map((one) => worded(one))
    yield { row: row.row, place: row.place, submission, warnings }
  }
}

function columnsIn(names: readonly string[], told: Columns, proposed: Columns): Columns {
  const own = columnsOf(names, told)
  return saysSomething(own) ? own : columnsOf(names, proposed)
}
