/**
 * proposed (its columns are being looked at) → waiting → running → done; broken where its file can no longer be read;
 * left where whoever brought it thought better of it.
 */
export const importStates = ['proposed', 'waiting', 'running', 'done', 'broken', 'left'] as const
export type ImportState = (typeof importStates)[number]

/** So often an import may fail without getting any further; then it ends as stopped. */
export const MOST_ATTEMPTS = 5

/** Comments that were public where they come from are posted at once; others are moderated first. */
export const postings = ['at-once', 'after-moderation'] as const
/** Whether names that stand in the file are shown beside what they said. */
export const naming = ['shown', 'left-out'] as const

/** How the rows of a file are to be taken, as was said when it was brought. */
export interface Handling {
  posting: (typeof postings)[number]
  names: (typeof naming)[number]
  /** Columns mean what was said of them and nothing else; otherwise headers that are known speak for themselves. */
  exact: boolean
}

export const usualHandling: Handling = { posting: 'at-once', names: 'shown', exact: false }

/** How long the rest takes if it goes on as it went so far; nothing while too little is known. */
export function secondsLeft(part: number, secondsSoFar: number): number | undefined {
  return part < 0.02 || secondsSoFar < 2 ? undefined : Math.ceil((secondsSoFar / part) * (1 - part))
}
