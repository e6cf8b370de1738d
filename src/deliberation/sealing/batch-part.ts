import type { Part } from '../../record/index.ts'

/** What the leaf of a batch commits to. */
export const batchPart = (votes: number, root: Buffer): Part => ({
  of: 'votes',
  text: `votes ${votes}\nroot ${root.toString('base64')}`,
})
