/** Everything of a file that can be searched for words, seen and unseen; or that some of it cannot. */
export interface Looked {
  searchable: string[]
  unsearchable: boolean
}

/** How much may still be unpacked, of the whole file and all that lies in it. */
export interface Room {
  bytes: number
}

/** Looks through what lies within a file, as through a file of its own. */
export type LookWithin = (bytes: Uint8Array) => Looked

export function joined(all: readonly Looked[]): Looked {
  return {
    searchable: all.flatMap(({ searchable }) => searchable),
    unsearchable: all.some(({ unsearchable }) => unsearchable),
  }
}
