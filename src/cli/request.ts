import { parseArgs } from 'node:util'
import { operator } from '../participants/index.ts'
import { defaultLocale, instantIn, inZone, isZone, type NoInstant } from '../platform/i18n/index.ts'
import { after, type Instant, parseInstant, systemClock } from '../platform/time.ts'
import type { ProcessesTables } from '../processes/index.ts'
import type { RecordTables } from '../record/index.ts'
import {
  type BarePublished,
  type BareRequest,
  isDocketNumber,
  publishBareRequest,
  type RequestsTables,
} from '../requests/index.ts'
import type { Context, Verb } from './verb.ts'

const DAY = 86_400_000
const usage = 'DOCKET --title T --deadline ISO8601 [--zone Z] [--opens ISO8601] [--process SLUG]'

/** A sentence for whoever typed the command; nothing was done. */
class Mistake extends Error {}

const timeMistakes: Record<NoInstant, string> = {
  'not-a-zone': 'is in a zone that is not known',
  'not-a-time': 'is not a time. Write it like 2026-03-27T17:00, 2026-03-27T17:00-04:00 or 2026-03-27',
  'skipped-by-the-clocks':
    'is skipped by the clocks of that zone when summer time begins; choose another hour',
  'shown-twice':
    'is shown twice by the clocks of that zone when summer time ends; add the offset, as in 2026-11-01T01:30-04:00',
}

const offset = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i
const day = /^\d{4}-\d{2}-\d{2}$/

/** With an offset it names an instant; without one it is read off a clock in the zone, and a bare day ends at 23:59. */
export function readMoment(name: string, text: string, zone: string): Instant {
  const wall = day.test(text) ? `${text}T23:59` : text
  const instant =
    wall.includes('T') && offset.test(wall) ? (parseInstant(wall) ?? 'not-a-time') : instantIn(zone, wall)
  if (typeof instant === 'string') throw new Mistake(`The ${name} “${text}” ${timeMistakes[instant]}.`)
  return instant
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { title: text, deadline: text, zone: text, opens: text, process: text }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error))
  }
}

/** Reads the arguments as a request, or says in a sentence what is wrong with them. */
export function readRequest(args: readonly string[], now: Instant): BareRequest {
  const { positionals, values } = parse(args)
  const [docket, ...more] = positionals
  if (docket === undefined || more.length > 0) throw new Mistake('Give one docket number.')
  if (!isDocketNumber(docket)) {
    throw new Mistake(
      `The docket number “${docket}” may hold letters, digits, and - . _ between them; 2 to 60 in all.`,
    )
  }
  const title = values.title?.trim()
  if (!title) throw new Mistake('Give the title: --title "What you ask about".')
  if (title.length > 300) throw new Mistake('The title is longer than 300 characters.')
  return { docket, title, process: values.process, ...readDates(values, now) }
}

interface Dates {
  deadline?: string | undefined
  zone?: string | undefined
  opens?: string | undefined
}

function readDates(values: Dates, now: Instant): Pick<BareRequest, 'opensAt' | 'deadline'> {
  const zone = values.zone ?? 'UTC'
  if (!isZone(zone)) {
    throw new Mistake(`The time zone “${zone}” is not known. Name a place such as Europe/Berlin, or UTC.`)
  }
  if (!values.deadline) throw new Mistake('Give the deadline: --deadline 2026-03-27T17:00.')
  const at = readMoment('deadline', values.deadline, zone)
  const usual = at > now ? now : after(at, -30 * DAY)
  const opensAt = values.opens ? readMoment('opening', values.opens, zone) : usual
  if (opensAt >= at) throw new Mistake('The deadline must be later than the opening.')
  return { opensAt, deadline: { at, zone } }
}

function sayRefusal({ refused }: Extract<BarePublished, { refused: string }>, bare: BareRequest): string {
  return refused === 'docket-taken'
    ? `The docket number ${bare.docket} is already in use. Nothing was made.`
    : `There is no process “${bare.process}”. Nothing was made.`
}

async function publish(bare: BareRequest, context: Context, now: Instant): Promise<number> {
  const { db } = await context.open<RequestsTables & ProcessesTables & RecordTables>()
  const done = await publishBareRequest(db, operator, bare, now)
  if ('refused' in done) {
    context.err(sayRefusal(done, bare))
    return 1
  }
  const { deadline, opensAt, docket } = bare
  context.err(`Published ${docket}: ${bare.title}`)
  context.err(`Opens ${inZone(opensAt, deadline.zone, defaultLocale)}`)
  context.err(`Deadline ${inZone(deadline.at, deadline.zone, defaultLocale)}`)
  context.out(`${context.config.url}/requests/${done.published}`)
  return 0
}

export const request: Verb = {
  name: 'request',
  usage: `${usage}: make and publish a bare request for comment.`,
  async run(args, context) {
    const now = systemClock.now()
    try {
      return await publish(readRequest(args, now), context, now)
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      context.err(error.message)
      context.err(`Usage: ./parley request ${usage}`)
      return 1
    }
  },
}
