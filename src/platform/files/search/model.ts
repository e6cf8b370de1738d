import type { Task } from '../limited/model.ts'

export interface SearchTask extends Task {
  words: readonly string[]
}

/** Where each of the words stands, in their order; none where the search came to no end. */
export interface Searched {
  found: ('whole' | 'part' | 'nowhere')[]
  /** Some of the file is nothing that a program can search. */
  unsearchable: boolean
}
