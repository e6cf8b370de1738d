import { type Columns, type ImportRefusal, openSubmissions, type SubmissionFile } from '../../docket/index.ts'

/** A comment of a file: what it says in all its answers, and how it is called. */
export interface ReadComment {
  /** Its own, or the file and row it stands in. */
  id: string
  text: string
  file: string
  row: number
}

/** Something about a row that its reader should know. */
export interface RowRemark {
  file: string
  row: number
  reason: string
}

export interface CommentFiles {
  /** Every comment that says something, in the order of the files; remarks are made while the first reader reads. */
  comments(): AsyncGenerator<ReadComment>
  remarks: RowRemark[]
  close(): Promise<void>
}

export type CommentFilesRefusal = ImportRefusal & { file: string }

/** Opens tables of comments as the import does. */
export async function openComments(
  paths: readonly string[],
  told: Columns,
): Promise<CommentFiles | CommentFilesRefusal> {
  const opened: { name: string; file: SubmissionFile }[] = []
  const close = async () => {
    for (const { file } of opened) await file.close()
  }
  for (const path of paths) {
    const file = await openSubmissions(path, told)
    if (!('refused' in file)) opened.push({ name: path, file })
    else {
      await close()
      return { ...file, file: path }
    }
  }
  const remarks: RowRemark[] = []
  let first = true
  async function* comments(): AsyncGenerator<ReadComment> {
    const remark = first ? (one: RowRemark) => void remarks.push(one) : () => {}
    first = false
    const ids = new Set<string>()
    for (const { name, file } of opened) yield* commentsOf(name, file, ids, remark)
  }
  return { comments, remarks, close }
}

async function* commentsOf(
  file: string,
  opened: SubmissionFile,
  ids: Set<string>,
  remark: (one: RowRemark) => void,
): AsyncGenerator<ReadComment> {
  for await (const one of opened.rows()) {
    const say = (reason: string) => remark({ file, row: one.row, reason })
    if ('failed' in one) {
      say(one.failed)
      continue
    }
    const { kind, originalId, text, answers } = one.submission
    for (const warning of one.warnings) say(warning)
    const words = [text, ...answers.map(({ text }) => text)].filter((said) => said.trim() !== '').join('\n\n')
    if (kind !== 'submission') say('This is no comment of the public.')
    else if (words === '') say('This row has no text.')
    else yield { id: idOf(originalId, { file, row: one.row, ids, say }), text: words, file, row: one.row }
  }
}

interface Naming {
  file: string
  row: number
  ids: Set<string>
  say(reason: string): void
}

/** Two rows that carry one id are two comments all the same, and called apart. */
function idOf(id: string | undefined, { file, row, ids, say }: Naming): string {
  if (id === undefined) say('This row has no id; it is called by its place.')
  else if (ids.has(id)) say(`The id ${id} was there before; this row is called by its place.`)
  let own = id === undefined || ids.has(id) ? `${file} row ${row}` : id
  while (ids.has(own)) own = `${own} (again)`
  ids.add(own)
  return own
}
