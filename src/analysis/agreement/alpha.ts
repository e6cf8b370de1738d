/** What the coders said of one unit; a coder who said nothing is left out. */
export type Unit = readonly string[]

export interface Alpha {
  /** Nothing where it is not defined: fewer than two pairable values, or one value only. */
  alpha: number | undefined
  /** Units that at least two coders judged. */
  units: number
  /** The values given in them. */
  values: number
}

/** A pattern of pairable values: how often each value was given to a unit, and how many units look so. */
export interface Pattern {
  counts: ReadonlyMap<string, number>
  /** How many values the unit has: m_u. */
  size: number
  units: number
}

/** Units that look alike, put together; those that fewer than two coders judged cannot be paired and go. */
export function patternsOf(units: readonly Unit[]): Pattern[] {
  const pairable = units.filter((values) => values.length > 1)
  const alike = Map.groupBy(pairable, (values) => JSON.stringify(values.toSorted()))
  return [...alike.values()].map((all) => {
    const values = all[0] ?? []
    const counts = new Map(
      [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]),
    )
    return { counts, size: values.length, units: all.length }
  })
}

/** Ordered pairs of unlike values among values given so often each: Σ_{c≠k} n_c n_k. */
function unlikePairs(counts: Iterable<number>): number {
  let [sum, squares] = [0, 0]
  for (const count of counts) {
    sum += count
    squares += count * count
  }
  return sum * sum - squares
}

/**
 * Krippendorff's alpha for nominal values, any number of coders, and values missing.
 *
 * alpha = 1 − D_o / D_e = 1 − (n − 1) · Σ_u [Σ_{c≠k} n_uc n_uk / (m_u − 1)] / Σ_{c≠k} n_c n_k, where n_uc counts how
 * often unit u was given value c, m_u the values of unit u, n_c all pairable values c, and n all pairable values.
 *
 * Takes patterns of units (`patternsOf`), of which each stands for `units` of them; answers a number of at most 1: 1
 * where all agree, 0 where they agree as by chance, less where they agree less than that. Undefined where D_e is 0.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D.
 */
export function alphaOf(patterns: readonly Pattern[]): number | undefined {
  const totals = new Map<string, number>()
  let [observed, values] = [0, 0]
  for (const { counts, size, units } of patterns) {
    observed += (units * unlikePairs(counts.values())) / (size - 1)
    values += units * size
    for (const [value, count] of counts) totals.set(value, (totals.get(value) ?? 0) + units * count)
  }
  const expected = unlikePairs(totals.values())
  return expected === 0 ? undefined : 1 - ((values - 1) * observed) / expected
}

/** Alpha with how much it rests on. */
export function agreementOn(units: readonly Unit[]): Alpha & { patterns: readonly Pattern[] } {
  const patterns = patternsOf(units)
  return {
    alpha: alphaOf(patterns),
    units: patterns.reduce((sum, one) => sum + one.units, 0),
    values: patterns.reduce((sum, one) => sum + one.units * one.size, 0),
    patterns,
  }
}
