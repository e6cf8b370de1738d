import {
  decisionsAbout,
  deleteAssignment,
  eraseExplanations,
  eraseProposals,
  type ModerationTables,
  recordDecision,
} from '../../moderation/index.ts'
import type { Erased } from '../../participants/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { append, eraseParts, type LeafId, labelsOf, type RecordTables } from '../../record/index.ts'
import { eraseTexts, type TextsTables } from '../../texts/index.ts'
import type { CommentId } from '../comments/model.ts'
import { indexComments } from '../search/store.ts'
import { forgetImported } from './imports/store.ts'
import { emptyReasons, forgetProposals } from './issues/store.ts'
import {
  type DocketTables,
  deleteDatasets,
  deleteOfComment,
  foldCounts,
  listParts,
  listToErase,
  markErased,
} from './store.ts'

type Writing = Tx<DocketTables & TextsTables & RecordTables & ModerationTables>
type ToErase = Awaited<ReturnType<typeof listToErase>>[number]

/** What the convenor decided about proposals of this comment alone may quote them: the reason goes, with its leaf's. */
async function eraseReasons(tx: Writing, id: CommentId, { at }: Erased): Promise<void> {
  const leaves = await emptyReasons(tx, id)
  for (const [leaf, labels] of await labelsOf(tx, leaves)) {
    const parts = labels.flatMap((label, i) => (label.startsWith('reason') ? [i + 1] : []))
    if (parts.length > 0) await eraseParts(tx, leaf, parts, at)
  }
  await forgetProposals(tx, id)
}

/** The words, in every table they stand in; answers the files that lay with them. */
async function eraseWords(tx: Writing, id: CommentId, erased: Erased): Promise<string[]> {
  const { answers, attachments } = await listParts(tx, id)
  const refs = [
    ...answers.map((one) => ({ kind: 'answer', id: one.id })),
    ...attachments.map((one) => ({ kind: 'attachment', id: one.id })),
  ]
  if (refs.length > 0) await eraseTexts(tx, refs, erased.at)
  await eraseExplanations(tx, 'comment', id)
  await eraseProposals(tx, { kind: 'comment', id })
  await deleteAssignment(tx, { kind: 'comment', id })
  await eraseReasons(tx, id, erased)
  await deleteOfComment(tx, id)
  await forgetImported(tx, id)
  await indexComments(tx, [id])
  return attachments.map(({ sha256 }) => sha256)
}

/** A tombstone for every leaf that commits to words of the comment; answers that of the comment itself. */
async function eraseLeaves(tx: Writing, { id, leaf }: ToErase, { at }: Erased): Promise<LeafId> {
  const decisions = await decisionsAbout(tx, 'comment', id)
  const labels = await labelsOf(
    tx,
    decisions.map((one) => one.leaf),
  )
  for (const [told, own] of labels) if (own.some(Boolean)) await eraseParts(tx, told, [], at)
  const tombstone = await eraseParts(tx, leaf, [], at)
  if (!tombstone) throw new Error('A comment without its leaf cannot be erased.')
  return tombstone.leaf.id
}

async function eraseComment(tx: Writing, comment: ToErase, erased: Erased): Promise<string[]> {
  const { id, process } = comment
  const { reason, by, at } = erased
  const leaf = await eraseLeaves(tx, comment, erased)
  const files = await eraseWords(tx, id, erased)
  const about = { kind: 'comment', id }
  await recordDecision(tx, { process, about, act: 'erase', reason, explanation: '', by, at, leaf })
  await append(tx, { kind: 'comment-erased', about, process, by, at, detail: { reason } })
  return files
}

export interface ErasedComments {
  /** The files that came with them. */
  files: string[]
  /** Archives of dockets, all of which held them. */
  archives: string[]
}

/** Erases comments with all that came with them; answers the addresses of what nothing may need now. */
export async function eraseComments(
  tx: Writing,
  ids: readonly CommentId[],
  erased: Erased,
): Promise<ErasedComments> {
  const comments = await listToErase(tx, ids)
  if (comments.length === 0) return { files: [], archives: [] }
  const archives = await deleteDatasets(tx)
  const files: string[] = []
  for (const comment of comments)
    if (await markErased(tx, comment.id)) files.push(...(await eraseComment(tx, comment, erased)))
  await foldCounts(tx, [...new Set(comments.map(({ request }) => request))])
  return { files, archives }
}
