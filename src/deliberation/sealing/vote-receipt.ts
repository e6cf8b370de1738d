import { proveEach, type ReceiptText, receiptFor, type SigningKey } from '../../record/index.ts'
import { publishedText } from '../../texts/index.ts'
import type { Deliberation } from '../deliberations/model.ts'
import type { OwnVote } from '../voting/model.ts'
import { findSealed } from '../voting/own/store.ts'
import type { VotingDb } from '../voting/services.ts'
import { voteText } from '../voting/vote-text.ts'
import { batchPart } from './batch-part.ts'

/**
 * The receipt of a vote: the vote with its salt, the words it was cast on, its way to the root of its batch, and the batch's
 * own receipt. Nothing until the batch is sealed, or once what opens the vote was erased.
 */
export async function voteReceipt(
  db: VotingDb,
  key: SigningKey,
  { id: deliberation, zone }: Deliberation,
  { id, statementId: statement }: OwnVote,
): Promise<ReceiptText | undefined> {
  const sealed = await findSealed(db, id)
  if (!sealed?.salt) return undefined
  const { salt, hashes, inBatch, leaf, posted, ...facts } = sealed
  const { root, paths } = proveEach(hashes)
  const version = posted ? await publishedText(db, { kind: 'statement', id: statement }) : undefined
  const words = version?.content?.text
  const way = (paths[inBatch] ?? []).map((hash) => `${hash.toString('base64')}\n`).join('')
  const blocks: [string, string][] = [
    ['vote', voteText({ id, deliberation, statement, ...facts, salt })],
    ['statement', words === undefined ? '' : `| ${words}\n`],
    ['batch', `index ${inBatch}\nsize ${hashes.length}\n${way}`],
  ]
  return receiptFor(db, key, leaf, { parts: [batchPart(hashes.length, root)], zone, blocks })
}
