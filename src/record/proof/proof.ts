/** That one leaf is in the tree of one checkpoint (c2sp.org/tlog-proof). */
export interface InclusionProof {
  index: number
  hashes: readonly Buffer[]
  /** The signed checkpoint, with cosignatures of witnesses where there are any. */
  checkpoint: string
}

export function proofText({ index, hashes, checkpoint }: InclusionProof): string {
  const lines = hashes.map((hash) => `${hash.toString('base64')}\n`)
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${lines.join('')}\n${checkpoint}`
}
