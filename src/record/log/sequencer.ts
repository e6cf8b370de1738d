import { databaseIsAway } from '../../platform/db/index.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import { LogRefused } from './head.ts'
import { keptCheckpoint } from './kept-checkpoint.ts'
import { type Sequencing, sequence } from './sequence.ts'
import { listWaiting } from './store.ts'

export interface SequencerOptions extends Omit<Sequencing, 'kept'> {
  /** Where this machine keeps the last checkpoint it signed. */
  folder: string
  log: (line: string) => void
}

const pauses = { idle: 100, away: 1000, refused: 5000 }
const full = 500

/** Runs in each worker; of several at once, one at a time gives places and the others stand by. */
export function startSequencer({ folder, log, ...given }: SequencerOptions): Loop {
  const sequencing = { ...given, kept: keptCheckpoint(folder) }
  const say = onChange(log)
  let begun = false
  return startLoop(async () => {
    try {
      if (begun && (await listWaiting(sequencing.db, 1)).length === 0) return pauses.idle
      const count = await sequence(sequencing)
      begun = true
      say('')
      return count === full ? 0 : pauses.idle
    } catch (error) {
      say(explain(error))
      return error instanceof LogRefused ? pauses.refused : pauses.away
    }
  })
}

function explain(error: unknown): string {
  if (error instanceof LogRefused) return `THE LOG IS NOT SIGNED ANY FURTHER. ${error.message}`
  if (databaseIsAway(error)) return 'The log waits for the database to come back.'
  return `The log could not take leaves in: ${error instanceof Error ? error.message : error}`
}

/** Says a line once, and again only after something else was said. */
function onChange(log: (line: string) => void): (line: string) => void {
  let last = ''
  return (line) => {
    if (line && line !== last) log(line)
    last = line
  }
}
