import {
  type Columns,
  type ImportRefusal,
  openSubmissions,
  type ReadSubmission,
  type SubmissionFile,
} from '../../docket/index.ts'
import type { Instant } from '../../platform/time.ts'

/** What a file says about a comment, in the file's own words. */
export interface SaidOfComment {
  /** As the file says it. */
  originalGroup: string | undefined
  organisation: string | undefined
  country: string | undefined
  /** BCP 47; `und` where the file says none. */
  language: string
  at: Instant | undefined
}

/** A comment of a file: what it says in all its answers, and how it is called. */
export interface ReadComment {
  /** Its own, or the file and row it stands in. */
  id: string
  text: string
  file: string
  row: number
  said: SaidOfComment
}

/** What a remark is about: a row that is no comment, or something odd about one that is. */
export type RemarkKind = 'unread' | 'no-comment' | 'no-text' | 'no-id' | 'same-id' | 'odd'

/** Something about a row that its reader should know. */
export interface RowRemark {
  file: string
  row: number
  kind: RemarkKind
  reason: string
}

export interface CommentFiles {
  /** Every comment that says something, in the order of the files; remarks are made while the first reader reads. */
  comments(): AsyncGenerator<ReadComment>
  remarks: RowRemark[]
  close(): Promise<void>
}

export type CommentFilesRefusal = ImportRefusal & { file: string }

/**
 * Opens tables of comments as the import does.
 * @param keep what takes remarks while they are made; left out, all of them are kept in `remarks`
 */
export async function openComments(
  paths: readonly string[],
  told: Columns,
  keep?: (remark: RowRemark) => void,
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
    const remark = first ? (keep ?? ((one: RowRemark) => void remarks.push(one))) : () => {}
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
    const say = (kind: RemarkKind, reason: string) => remark({ file, row: one.row, kind, reason })
    if ('failed' in one) {
      say('unread', one.failed)
      continue
    }
    const { kind, originalId, text, answers } = one.submission
    for (const warning of one.warnings) say('odd', warning)
    const words = [text, ...answers.map(({ text }) => text)].filter((said) => said.trim() !== '').join('\n\n')
    if (kind !== 'submission') say('no-comment', 'This is no comment of the public.')
    else if (words === '') say('no-text', 'This row has no text.')
    else {
      const id = idOf(originalId, { file, row: one.row, ids, say })
      yield { id, text: words, file, row: one.row, said: saidOf(one.submission) }
    }
  }
}

function saidOf(submission: Extract<ReadSubmission, { submission: unknown }>['submission']): SaidOfComment {
  const { originalGroup, organisation, country, language, at } = submission
  return { originalGroup, organisation, country, language, at }
}

interface Naming {
  file: string
  row: number
  ids: Set<string>
  say(kind: RemarkKind, reason: string): void
}

/** Two rows that carry one id are two comments all the same, and called apart. */
function idOf(id: string | undefined, { file, row, ids, say }: Naming): string {
  if (id === undefined) say('no-id', 'This row has no id; it is called by its place.')
  else if (ids.has(id)) say('same-id', `The id ${id} was there before; this row is called by its place.`)
  let own = id === undefined || ids.has(id) ? `${file} row ${row}` : id
  while (ids.has(own)) own = `${own} (again)`
  ids.add(own)
  return own
}
