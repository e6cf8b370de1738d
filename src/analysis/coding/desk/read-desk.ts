import type { Actor } from '../../../participants/index.ts'
import type { Code } from '../../codebook/model.ts'
import { listCodes } from '../../codebook/store.ts'
import { listCodings } from '../codings/store.ts'
import type { Excerpt, PostedText } from '../excerpts/model.ts'
import { listExcerpts, listPostedTexts } from '../excerpts/store.ts'
import { type CoderId, isOpen, type JudgedCoding, type Reading, wantedReaders } from '../model.ts'
import { namesOf } from '../readings/names-of.ts'
import { findCoder, listReadings, type ToRead } from '../readings/store.ts'
import type { CodingDb } from '../services.ts'

/** A text with the name that forms have for it. */
export interface DeskText extends PostedText {
  key: string
}

export interface DeskView {
  comment: ToRead
  texts: readonly DeskText[]
  excerpts: readonly Excerpt[]
  codes: readonly Code[]
  readings: readonly Reading[]
  coder: CoderId | undefined
  own: Reading | undefined
  /** What the viewer may see: their own, and those of others once all are done. */
  codings: readonly JudgedCoding[]
  open: boolean
  names: ReadonlyMap<CoderId, string>
}

/** What a coder finds on the desk; what others said stays covered until everybody who reads the comment is done. */
export async function readDesk(db: CodingDb, viewer: Actor, comment: ToRead): Promise<DeskView> {
  const { id, processId } = comment
  const coder = await findCoder(db, processId, viewer.person)
  const readings = await listReadings(db, id)
  const posted = await listPostedTexts(db, id)
  const excerpts = await listExcerpts(db, id)
  const open = isOpen(readings, wantedReaders(comment.chosen))
  const marked = excerpts.map((one) => one.id)
  const all = await listCodings(db, marked)
  const codings = all.filter((one) => one.stage !== 'suggested' && (open || one.coder === coder))
  return {
    ...{ comment, excerpts, readings, coder, open, codings },
    texts: posted.map((text) => ({ ...text, key: `${text.kind}-${text.position + 1}` })),
    codes: await listCodes(db, processId),
    own: readings.find((one) => one.coder === coder),
    names: await namesOf(db, [...readings.map((one) => one.coder), ...codings.map((one) => one.coder)]),
  }
}
