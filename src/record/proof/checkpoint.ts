import { type SigningKey, signNote, splitNote } from './note.ts'

/** Head of the log's tree at one size (c2sp.org/tlog-checkpoint). */
export interface TreeHead {
  origin: string
  size: number
  root: Buffer
}

export function signCheckpoint(
  { size, root }: Omit<TreeHead, 'origin'>,
  key: SigningKey,
  origin = key.name,
): string {
  return signNote(`${origin}\n${size}\n${root.toString('base64')}\n`, key)
}

export function parseCheckpoint(note: string): TreeHead | undefined {
  const [origin, size, root] = splitNote(note)?.text.split('\n') ?? []
  if (!origin || !root || !/^(0|[1-9]\d{0,14})$/.test(size ?? '')) return undefined
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') }
}
