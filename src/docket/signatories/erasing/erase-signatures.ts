import type { Erased } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { append, eraseParts, labelsOf, type RecordTables } from '../../../record/index.ts'
import { SIGNATORIES } from '../../comments/comment-parts.ts'
import type { SignatoryId } from '../../comments/signatories/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { blankSignature, type InLeaf } from './store.ts'

type Writing = Tx<CommentTables & RecordTables>

const paragraphs = new RegExp(`^${SIGNATORIES}, paragraphs? (\\d+)(?: to (\\d+))?$`)

/** The parts of the comment's leaf in which the name stands, counted from 1. */
async function partsWith(tx: Writing, { leaf, position }: InLeaf): Promise<number[]> {
  const labels = (await labelsOf(tx, [leaf])).get(leaf) ?? []
  return labels.flatMap((label, at) => {
    const [, first, last = first] = paragraphs.exec(label) ?? []
    const holds = first !== undefined && Number(first) <= position + 1 && position < Number(last)
    return holds ? [at + 1] : []
  })
}

/** Erases the names and addresses of signatures, and their words in the log; that somebody was named stays. */
export async function eraseSignatures(
  tx: Writing,
  ids: readonly SignatoryId[],
  { reason, by, at }: Erased,
): Promise<void> {
  for (const id of ids) {
    const erased = await blankSignature(tx, id, at)
    if (!erased) continue
    const parts = erased.in_leaf ? await partsWith(tx, erased) : []
    if (parts.length > 0) await eraseParts(tx, erased.leaf, parts, at)
    const about = { kind: 'comment', id: erased.comment }
    const detail = { signatory: id, reason }
    await append(tx, { kind: 'signatory-erased', about, process: erased.process, by, at, detail })
  }
}
