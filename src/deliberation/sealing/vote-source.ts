import type { Tx } from '../../platform/db/index.ts'
import type { ExportedVote, ExportSource, LeafId, PublishedPart } from '../../record/index.ts'
import { publishedTexts } from '../../texts/index.ts'
import { listPostedByLeaf } from '../statements/store.ts'
import type { VotingDatabase } from '../voting/services.ts'
import { batchPart } from './batch-part.ts'
import { listBatches, listSealedHashes } from './store.ts'

type Parts = [LeafId, readonly PublishedPart[]]
type Reading = Tx<VotingDatabase>

async function ofStatements(tx: Reading, leaves: readonly LeafId[]): Promise<Parts[]> {
  const posted = await listPostedByLeaf(tx, leaves)
  const versions = await publishedTexts(
    tx,
    posted.map(({ id }) => ({ kind: 'statement', id })),
  )
  const texts = new Map(versions.map(({ of, content }) => [of.id, content?.text]))
  return posted.flatMap(({ id, leaf }): Parts[] => {
    const text = texts.get(id)
    return text === undefined ? [] : [[leaf, [{ part: 1, text }]]]
  })
}

async function* votesOf(tx: Reading): AsyncGenerator<ExportedVote> {
  const page = 5000
  for (let after: { batch: string; place: number } | undefined, more = true; more; ) {
    const rows = await listSealedHashes(tx, after, page)
    for (const { leaf, place, hash } of rows) yield { leaf, place, hash: hash.toString('base64') }
    after = rows.at(-1)
    more = rows.length === page
  }
}

/** What the export of the log needs to know of deliberations: words of statements, batches and their votes. */
export const voteSource: Required<Omit<ExportSource<VotingDatabase>, 'comments'>> = {
  async published(tx, leaves) {
    const batches = await listBatches(tx, leaves)
    const ofBatches = batches.map(
      ({ leaf, votes, root }): Parts => [leaf, [{ part: 1, text: batchPart(votes, root).text }]],
    )
    return new Map([...ofBatches, ...(await ofStatements(tx, leaves))])
  },
  votes: votesOf,
}
