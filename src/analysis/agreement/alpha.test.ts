import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOn, alphaOf, patternsOf, type Unit } from './alpha.ts'
import { intervalOf } from './interval.ts'

/** One line a coder, one sign a unit, `.` where the coder said nothing. */
function unitsOf(...coders: readonly string[]): Unit[] {
  const length = coders[0]?.length ?? 0
  return Array.from({ length }, (_, unit) =>
    coders.map((line) => line[unit] ?? '.').filter((value) => value !== '.'),
  )
}

const four = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')

describe('the worked examples of Krippendorff (2011)', () => {
  test('A: two coders, ten units, two values: 0.095', () => {
    expect(agreementOn(unitsOf('0100000010', '1110010000')).alpha).toBeCloseTo(0.095, 3)
  })

  test('B: two coders, twelve units, five values: 0.692', () => {
    expect(agreementOn(unitsOf('aabbdcccedda', 'babbbccceddd')).alpha).toBeCloseTo(0.692, 3)
  })

  test('C: four coders, twelve units, with values missing: 0.743', () => {
    const units = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')
    const found = agreementOn(units)
    expect(found.alpha).toBeCloseTo(0.743, 3)
    expect([found.units, found.values]).toEqual([11, 40])
  })
})

describe('alpha', () => {
  test('is 1 where all agree, and not defined where there is but one value, or nothing to pair', () => {
    expect(agreementOn(unitsOf('0101', '0101')).alpha).toBe(1)
    expect(agreementOn(unitsOf('0000', '0000')).alpha).toBeUndefined()
    expect(agreementOn(unitsOf('01..', '..01')).alpha).toBeUndefined()
    expect(agreementOn([]).alpha).toBeUndefined()
  })

  test('does not care for the order of coders or units, and never exceeds 1', () => {
    const unit = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const alpha = agreementOn(units).alpha
        const turned = agreementOn(units.toReversed().map((values) => values.toReversed())).alpha
        if (alpha === undefined || turned === undefined) {
          expect(turned).toBe(alpha)
          return
        }
        expect(turned).toBeCloseTo(alpha, 10)
        expect(alpha).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('its interval', () => {
  test('holds alpha, is the same each time, and narrows with more units', () => {
    const some = patternsOf([...four, ...four])
    const many = patternsOf(Array.from({ length: 20 }, () => four).flat())
    const [wide, narrow] = [intervalOf(some), intervalOf(many)]
    if (!wide || !narrow) throw new Error('No interval.')
    expect(intervalOf(some)).toEqual(wide)
    const alpha = alphaOf(some) ?? 0
    expect(wide.from).toBeLessThan(alpha)
    expect(wide.to).toBeGreaterThan(alpha)
    expect(narrow.to - narrow.from).toBeLessThan(wide.to - wide.from)
  })

  test('is not given for a handful of units', () => {
    expect(intervalOf(patternsOf(unitsOf('01010', '01110')))).toBeUndefined()
  })
})
