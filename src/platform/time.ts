/** A moment on the world's clock; pages show it in the announced zone and the reader's own. */
export type Instant = Date

/** The one reader of the clock; tests hand in their own. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => new Date() }

/** The instant that ISO 8601 text names, or nothing where it names none. */
export function parseInstant(text: string): Instant | undefined {
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

export function after(instant: Instant, milliseconds: number): Instant {
  return new Date(instant.getTime() + milliseconds)
}

/** The first instants of the months that begin between two instants, in UTC. */
export function startsOfMonths(from: Instant, until: Instant): Instant[] {
  const starts: Instant[] = []
  for (let month = from.getUTCMonth() + 1; ; month += 1) {
    const start = new Date(Date.UTC(from.getUTCFullYear(), month))
    if (start >= until || Number.isNaN(start.getTime())) return starts
    starts.push(start)
  }
}
