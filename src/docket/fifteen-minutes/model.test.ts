import { describe, expect, test } from 'vitest'
import type { QuestionId } from '../../requests/index.ts'
import { chooseFew } from './model.ts'

const question = (number: number, priority = false) => ({ id: `q${number}` as QuestionId, number, priority })
const answered = (counts: Record<string, number>) => new Map(Object.entries(counts) as [QuestionId, number][])
const numbersOf = (chosen: readonly { number: number }[]) => chosen.map(({ number }) => number)

describe('A reader with fifteen minutes', () => {
  test('is asked what the convenor marked, and then what their group answered least', () => {
    const questions = [question(1), question(2), question(3), question(4, true), question(5)]
    const counts = answered({ q1: 2, q2: 0, q3: 1, q4: 9, q5: 3 })
    expect(numbersOf(chooseFew(questions, counts))).toEqual([2, 3, 4])
  })

  test('is asked, of many marked questions, those their group answered least', () => {
    const questions = [1, 2, 3, 4, 5].map((number) => question(number, true))
    expect(numbersOf(chooseFew(questions, answered({ q1: 4, q3: 2 })))).toEqual([2, 4, 5])
  })

  test('is asked the first ones where nobody has answered anything', () => {
    expect(
      numbersOf(
        chooseFew(
          [3, 1, 4, 2].map((number) => question(number)),
          answered({}),
        ),
      ),
    ).toEqual([1, 2, 3])
  })

  test('is asked everything where there is little', () => {
    expect(numbersOf(chooseFew([question(1), question(2)], answered({ q1: 5 })))).toEqual([1, 2])
  })
})
