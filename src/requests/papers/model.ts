import type { Id } from '../../platform/id.ts'

export type PaperId = Id<'paper'>

export interface StoredFile {
  sha256: string
  name: string
  mediaType: string
  bytes: number
}

/** A background paper: a link, or a file kept here. */
export type Paper = { id: PaperId; title: string } & ({ url: string } | { file: StoredFile })
