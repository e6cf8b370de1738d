import type { RequestForComment } from '../../requests/index.ts'
import { type Filters, noFilters, type Place, type PublicComment } from '../reading/model.ts'
import { readBodies } from '../reading/read-bodies.ts'
import { type ReadingDb, seekIn } from '../reading/read-docket.ts'
import { attachmentRef, readTexts } from '../reading/read-texts.ts'
import type { WholeCommentBody } from '../reading/schemas.ts'
import { listAttachments } from '../reading/shares/store.ts'
import { listComments } from '../reading/store.ts'

/** A comment as the public may know it, and the request it answers. */
export interface Row {
  body: WholeCommentBody
  request: RequestForComment
}

const AT_A_TIME = 200

async function* pages(
  db: ReadingDb,
  request: RequestForComment,
  filters: Filters,
): AsyncGenerator<PublicComment[]> {
  let from: Place | undefined
  const docket = await seekIn(db, request, filters)
  do {
    const comments = await listComments(db, docket, filters, { sort: 'oldest', from, limit: AT_A_TIME })
    yield comments
    const last = comments.length === AT_A_TIME ? comments.at(-1) : undefined
    from = last && { at: last.sentAt, id: last.id }
  } while (from)
}

/** The comments of these dockets as the public may know them, docket by docket in the order they were sent. */
export async function* listRows(
  db: ReadingDb,
  requests: readonly RequestForComment[],
  filters: Filters,
  origin: string,
): AsyncGenerator<Row> {
  for (const request of requests)
    for await (const comments of pages(db, request, filters))
      for (const body of await readBodies(db, request, comments, origin)) yield { body, request }
}

/** The published texts of attachments, each as a file named after its comment. */
export async function* listAttachmentTexts(
  db: ReadingDb,
  request: RequestForComment,
): AsyncGenerator<{ name: string; text: string }> {
  for await (const comments of pages(db, request, noFilters)) {
    const shown = comments.filter((one) => one.shown)
    const numbers = new Map(shown.map(({ id, number }) => [id, number]))
    const attachments = await listAttachments(db, [...numbers.keys()])
    const texts = await readTexts(
      db,
      [...attachments.values()].flatMap((own) => own.shown.map(attachmentRef)),
    )
    for (const [id, own] of attachments)
      for (const attachment of own.shown) {
        const text = texts.get(attachment.id)?.content?.text
        if (text !== undefined)
          yield { name: `attachments/${numbers.get(id)}-${attachment.number}.txt`, text }
      }
  }
}
