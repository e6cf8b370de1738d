import { expect, test } from 'vitest'
import { compileStyles } from '../../../setup/build-styles.mjs'

const declarations = compileStyles()
  .split(/[{};]/)
  .filter((one) => /^[a-z-]+:/.test(one))

/** The glass of the device has a left and a right, whatever is read on it. */
const ofTheDevice = /env\(safe-area-inset-(left|right)\)/

/** Arrows and ticks are corners of a turned box; what points somewhere is turned back in `_sides.scss`. */
const corners =
  /^border-width:(max\(1px, 0\.0625em\) max\(1px, 0\.0625em\) 0 0|1px 1px 0 0|0 0 [35]px [35]px|7px .*)$/

/** Four lengths, of which the second and the last differ: right is not left. */
const lopsided = /^(margin|padding|inset|border-(width|style|color)):(\S+ )(\S+) (\S+) (?!\4$)\S+$/

test('the stylesheet is read', () => {
  expect(declarations.length).toBeGreaterThan(1000)
})

test('nothing in it knows left from right, so that a page may run either way', () => {
  const sided = declarations.filter((one) => /\b(left|right)\b/.test(one) && !ofTheDevice.test(one))
  expect(sided).toEqual([])
})

test('nothing in it gives four lengths of which the second and the last differ', () => {
  expect(declarations.filter((one) => lopsided.test(one) && !corners.test(one))).toEqual([])
})
