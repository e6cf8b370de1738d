import { after, type Instant, parseInstant } from '../../platform/time.ts'
import { type Bin, countInto, noSums, type Step, type Timeline } from './analysis.ts'
import type { CodedColumn } from './coded-column.ts'
import type { Standings } from './standings.ts'

const DAY = 86_400_000
const epoch = parseInstant('1970-01-01T00:00:00Z') as Instant
/** 1 January 1970 was a Thursday. */
const MONDAY = 3

const numberOf = (day: string) => Math.round(((parseInstant(day)?.getTime() ?? 0) - epoch.getTime()) / DAY)
const dayOf = (number: number) =>
  after(epoch, number * DAY)
    .toISOString()
    .slice(0, 10)

const startOf: Record<Step, (day: string) => string> = {
  day: (day) => day,
  week: (day) => dayOf(numberOf(day) - ((((numberOf(day) + MONDAY) % 7) + 7) % 7)),
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
}

/** More columns than this nobody reads. */
const MOST_BINS = 93
const daysIn: [Step, number][] = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
]

function stepFor(first: string, last: string): Step {
  const days = numberOf(last) - numberOf(first) + 1
  return daysIn.find(([, length]) => days / length <= MOST_BINS)?.[0] ?? 'year'
}

/** One year after the other, a slip of the pen included, makes no more than so many. */
const MOST_YEARS = 300

function* between(first: string, last: string, step: Step): Generator<string> {
  const width = { day: 1, week: 7, month: 31, year: 366 }[step]
  let at = startOf[step](first)
  for (let count = 0; at <= last && count < MOST_YEARS; count += 1) {
    yield at
    at = startOf[step](dayOf(numberOf(at) + width))
  }
}

const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day)

/** Comments over time, in UTC: by day where that makes 93 columns at most, else by week, month or year. */
export function timelineOf(days: CodedColumn, standings: Standings): Timeline | undefined {
  const [first, last] = endsOf(days)
  if (first === undefined || last === undefined) return undefined
  const step = stepFor(first, last)
  const bins = new Map<string, Bin>()
  for (const day of between(first, last, step)) bins.set(day, { day, ...noSums() })
  return { step, undated: fill(bins, step, days, standings), bins: [...bins.values()] }
}

/** @returns how many comments have no place on the line */
function fill(bins: Map<string, Bin>, step: Step, days: CodedColumn, standings: Standings): number {
  const met = new Set<number>()
  let undated = 0
  for (let comment = 0; comment < days.length; comment += 1) {
    const bin = bins.get(startOf[step](days.at(comment) ?? ''))
    const campaign = standings.campaignOf(comment)
    if (bin) countInto(bin, standings.of(comment), campaign === 0 || !met.has(campaign))
    else undated += 1
    if (bin && campaign > 0) met.add(campaign)
  }
  return undated
}

function endsOf(days: CodedColumn): [string | undefined, string | undefined] {
  let [first, last]: [string | undefined, string | undefined] = [undefined, undefined]
  for (let comment = 0; comment < days.length; comment += 1) {
    const day = days.at(comment)
    if (day === undefined || !isDay(day)) continue
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
  }
  return [first, last]
}
