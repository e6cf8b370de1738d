import type { Db } from '../../platform/db/index.ts'
import { factsOf, type LeafId } from '../proof/leaf.ts'
import { inclusionRanges } from '../proof/merkle.ts'
import type { SigningKey } from '../proof/note.ts'
import type { Part } from '../proof/parts.ts'
import { signPromise } from '../proof/promise.ts'
import type { InclusionProof } from '../proof/proof.ts'
import { type Receipt, renderReceipt } from '../proof/receipt.ts'
import { rangeHash, tilesFor } from '../proof/tiles.ts'
import { findCheckpointOver, findLeaf, listCosignatures, listSalts, readTiles } from './store.ts'
import type { LogTables } from './tables.ts'

export interface ReceiptText {
  text: string
  /** Whether it carries its inclusion proof; until then it carries the promise alone. */
  complete: boolean
}

/** The receipt of a leaf as far as it goes now; `parts` are those that `makeLeaf` gave back, in their order. */
export async function receiptFor(
  db: Db<LogTables>,
  key: SigningKey,
  id: LeafId,
  { parts, zone, blocks = [] }: { parts: readonly Part[]; zone: string; blocks?: Receipt['blocks'] },
): Promise<ReceiptText | undefined> {
  const leaf = await findLeaf(db, id)
  if (!leaf) return undefined
  const facts = factsOf(leaf.body)
  const proof = leaf.index === null ? undefined : await proofFor(db, leaf.index)
  const text = renderReceipt({
    leaf: facts,
    body: leaf.body,
    quoted: await quotedOf(db, id, parts),
    zone,
    log: key.name,
    blocks,
    verifier: key.verifier,
    promise: signPromise({ ...facts, body: leaf.body }, key),
    logged: proof && leaf.logged ? { at: leaf.logged, proof } : undefined,
  })
  return { text, complete: proof !== undefined }
}

/** The promise of a leaf that was made earlier: the same words as the first time. */
export async function promiseFor(db: Db<LogTables>, key: SigningKey, id: LeafId): Promise<string> {
  const leaf = await findLeaf(db, id)
  if (!leaf) throw new Error(`There is no leaf ${id}.`)
  return signPromise({ ...factsOf(leaf.body), body: leaf.body }, key)
}

async function quotedOf(db: Db<LogTables>, id: LeafId, parts: readonly Part[]) {
  const [opening] = await listSalts(db, [id])
  return parts.flatMap(({ text }, i) => {
    const [label, salt] = [opening?.labels[i], opening?.salts[i]]
    return label && salt ? [{ number: i + 1, label, text, salt }] : []
  })
}

/** That the leaf at this place is in the tree of a signed checkpoint, cosigned by a witness where one did. */
export async function proofFor(db: Db<LogTables>, index: number): Promise<InclusionProof | undefined> {
  const checkpoint = await findCheckpointOver(db, index)
  if (!checkpoint) return undefined
  const ranges = inclusionRanges(index, { start: 0, end: checkpoint.size })
  const tiles = await readTiles(db, tilesFor(ranges))
  const cosignatures = await listCosignatures(db, [checkpoint.size])
  return {
    index,
    hashes: ranges.map((range) => rangeHash(tiles, range)),
    checkpoint: checkpoint.note + cosignatures.map(({ line }) => `${line}\n`).join(''),
  }
}
