import { describe, expect, test } from 'vitest'
import { examplesOf } from './examples.ts'
import { measureProgram } from './measure-program.ts'

/** So many comments, each with a sentence on issue a, one on issue b, and one that nobody marked. */
const comments = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const marked = [`We support ten years of updates, says ${at}.`, `We oppose a label in red, says ${at}.`]
    const text = `${marked.join(' ')} The weather was fine on day ${at}.`
    return {
      ...{ comment: `c${at}`, text, language: 'en' },
      excerpts: marked.map((words, which) => ({
        ...{ starts: text.indexOf(words), ends: text.indexOf(words) + words.length, codes: [], kind: null },
        issues: [which === 0 ? 'a' : 'b'],
        positions: [which === 0 ? ('support' as const) : ('oppose' as const)],
      })),
    }
  })

describe('a program is held against people', () => {
  test('on words of comments it had not learnt from, with alpha and its interval', () => {
    const examples = examplesOf(comments(12))
    expect(examples.filter(({ marked }) => !marked)).toHaveLength(12)
    for (const of of measureProgram('issues-and-codes', examples)) {
      expect(of.units).toBe(24)
      expect(of.alpha).toBeGreaterThan(0.9)
      expect(of.from).not.toBeNull()
    }
    const [position] = measureProgram('position-cues', examples)
    expect(position).toMatchObject({ of: 'position', units: 24, alpha: 1, meaning: 'reliable' })
  })

  test('and nothing is said of it where people coded few', () => {
    expect(measureProgram('issues-and-codes', examplesOf(comments(4)))).toEqual([])
    expect(measureProgram('kinds-of-excerpt', examplesOf([]))).toEqual([])
  })
})
