import type { Actor } from '../../../participants/index.ts'
import type { SummariesServices } from '../services.ts'
import { whereOf } from '../where.ts'

export type IssueParams = { docket: string; issue: string }

export const consumes = ['application/x-www-form-urlencoded']

interface Asked {
  viewer: Actor
  params: unknown
}

/** The process whose roles decide about what is asked for. */
export const inProcess =
  (services: SummariesServices) =>
  async ({ viewer, params }: Asked) => ({
    process: (await whereOf(services, viewer, params as IssueParams)).process.id,
  })
