import { type Position, positions } from '../coding/model.ts'
import { type Count, sum, type Voice, voices } from './model.ts'

/** A stretch of a bar, in shares of its whole height, from the ground up. */
export interface Piece {
  voice: Voice
  from: number
  height: number
}

export interface Bar {
  position: Position
  comments: number
  pieces: readonly Piece[]
  /** It is taller than there is room for. */
  cut: boolean
}

/** What is smaller could not be seen. */
const LEAST = 0.05

const own = ({ voice }: Count) => voice !== 'campaign'
const placeOf = ({ issue, group, position }: Count) => `${issue} ${group} ${position}`

const tallest = (counts: readonly Count[]): number =>
  Math.max(0, ...[...Map.groupBy(counts, placeOf).values()].map((some) => sum(some, (one) => one.comments)))

/** How many comments a full bar stands for: as many as the most of one place, campaigns apart, lest one of them flatten all others. */
export const fullBar = (counts: readonly Count[]): number => tallest(counts.filter(own)) || tallest(counts)

/** The bars of one place of the map, one for each position. */
export function barsOf(counts: readonly Count[], full: number): Bar[] {
  return positions.map((position) => {
    const here = counts.filter((one) => one.position === position)
    const pieces: Piece[] = []
    let from = 0
    for (const voice of voices) {
      const comments = sum(
        here.filter((one) => one.voice === voice),
        (one) => one.comments,
      )
      if (comments === 0) continue
      const height = Math.max(LEAST, comments / full)
      pieces.push({ voice, from: Math.min(from, 1), height: Math.max(0, Math.min(height, 1 - from)) })
      from += height
    }
    return { position, comments: sum(here, (one) => one.comments), pieces, cut: from > 1.001 }
  })
}
