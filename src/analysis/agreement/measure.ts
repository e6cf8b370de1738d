import type { Issue } from '../../processes/index.ts'
import { type Code, inTree } from '../codebook/model.ts'
import { agreementOn, type Unit } from './alpha.ts'
import { FEWEST_UNITS, type Interval, intervalOf } from './interval.ts'
import type { CodedUnit } from './store.ts'

export type Meaning = 'reliable' | 'tentative' | 'unreliable' | 'few' | 'allAlike'

/** How well coders agree on one code, or on the position on one issue. */
export interface Measured {
  id: string
  name: string
  units: number
  /** Units to which at least one coder gave it. */
  used: number
  alpha: number | undefined
  interval: Interval | undefined
  meaning: Meaning
}

/** Krippendorff's own bounds: reliable from .800 on, tentative from .667 on (Content Analysis, 2004, p. 241). */
function meaningOf(units: number, alpha: number | undefined): Meaning {
  if (alpha === undefined) return 'allAlike'
  if (units < FEWEST_UNITS) return 'few'
  if (alpha >= 0.8) return 'reliable'
  return alpha >= 0.667 ? 'tentative' : 'unreliable'
}

const NONE = '-'

export function measureUnits(id: string, name: string, units: readonly Unit[]): Measured {
  const { alpha, units: count, patterns } = agreementOn(units)
  const used = units.filter((values) => values.some((value) => value !== NONE)).length
  return {
    ...{ id, name, used, alpha, units: count },
    interval: intervalOf(patterns),
    meaning: meaningOf(count, alpha),
  }
}

export interface Agreement {
  units: number
  codes: readonly Measured[]
  issues: readonly Measured[]
}

/** How well coders agree: of each unit, whether it carries a code, and which position it takes on an issue. */
export function measureAgreement(
  coded: readonly CodedUnit[],
  codes: readonly Code[],
  issues: readonly Issue[],
): Agreement {
  const units = [...Map.groupBy(coded, ({ excerpt }) => excerpt).values()]
  const given = new Set(coded.flatMap((one) => one.codes))
  const about = new Set(coded.flatMap((one) => one.positions.map((position) => position.split(' ')[0])))
  const byCode = (id: Code['id']) =>
    units.map((all) => all.map((one) => (one.codes.includes(id) ? id : NONE)))
  const byIssue = (id: string) =>
    units.map((all) => all.map((one) => one.positions.find((said) => said.startsWith(id)) ?? NONE))
  return {
    units: units.length,
    codes: inTree(codes)
      .filter(({ code }) => given.has(code.id))
      .map(({ code, path }) => measureUnits(code.id, path, byCode(code.id))),
    issues: issues
      .filter(({ id }) => about.has(id))
      .map(({ id, number, title }) => measureUnits(id, `${number}. ${title}`, byIssue(id))),
  }
}
