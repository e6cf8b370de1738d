/** Work that waits in the database. It may run more than once, so it must bear that. */
export interface Job<Payload> {
  /** The act that the policy table must know: a job that names none does not start. */
  action: string
  /** Throws to be tried again later; the signal comes when the installation stops. */
  run(payload: Payload, signal: AbortSignal): Promise<void>
}

/** The jobs of an installation, by name, each with what it takes. */
export type Jobs<Known extends Record<string, object>> = { [Name in keyof Known]: Job<Known[Name]> }

/** The names of jobs that say nothing of who may do what they do. */
export function jobsWithoutAction(jobs: Record<string, { action?: string }>): string[] {
  return Object.entries(jobs).flatMap(([name, { action = '' }]) => (action.trim() === '' ? [name] : []))
}
