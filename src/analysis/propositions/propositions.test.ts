import { describe, expect, test } from 'vitest'
import { foldsOf, readArgumentComments } from '../../../bench/kit/argument-comments.ts'
import { judgeLabels } from '../../../bench/kit/judged.ts'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { fitFollows, inContext } from './chain.ts'
import { minimise } from './minimise.ts'
import { trainTypes, typeOf } from './train-types.ts'

describe('types of propositions', () => {
  const demand = [
    'You should ban it.',
    'The Bureau must require notice.',
    'They should stop calls.',
    'Please ban robocalls.',
  ]
  const story = [
    'I was called at work.',
    'They told my wife lies.',
    'I paid and they called my mother.',
    'I received ten calls.',
  ]
  const examples = demand.map((text, at) => [
    { text: story[at] ?? '', type: 'testimony' },
    { text, type: 'policy' },
  ])

  test('are learnt from what people coded, and told with how sure that is', () => {
    const model = trainTypes(examples)
    expect(model.types).toEqual(['policy', 'testimony'])
    expect(typeOf(model, 'The Bureau should stop this.')?.type).toBe('policy')
    const told = model.typesOf(['I was told lies at work.', 'You must ban lies.'])
    expect(told.map(({ type }) => type)).toEqual(['testimony', 'policy'])
    for (const { probability } of told) expect(probability).toBeGreaterThan(0.5)
  })

  test('are the same for the same examples', () => {
    const [one, other] = [trainTypes(examples), trainTypes(examples)]
    expect(one.typesOf(['I was called.'])).toEqual(other.typesOf(['I was called.']))
  })

  test('cannot be learnt from one type alone', () => {
    expect(() => trainTypes([[{ text: 'I was called.', type: 'testimony' }]])).toThrow('two types')
  })

  test.each([[[]], [['']], [['🦉', '\ud800', 'x'.repeat(1_000_000)]]])(
    'of strange texts are told too',
    (texts) => {
      expect(trainTypes(examples).typesOf(texts)).toHaveLength(texts.length)
    },
  )

  test('lean on what stands beside them', () => {
    const follows = fitFollows(
      Array.from({ length: 20 }, () => [0, 0, 0, 1, 1, 1]),
      2,
    )
    const told = inContext(
      [
        [0.9, 0.1],
        [0.45, 0.55],
        [0.9, 0.1],
      ],
      follows,
    )
    expect(told[1]?.[0]).toBeGreaterThan(0.5)
    for (const row of told) expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
  })
})

test('the least of a cost is found', () => {
  const place = minimise(
    ([x = 0, y = 0], slope) => {
      slope.set([2 * (x - 3), 40 * (y + 1)])
      return (x - 3) ** 2 + 20 * (y + 1) ** 2
    },
    2,
    100,
  )
  expect(place[0]).toBeCloseTo(3, 2)
  expect(place[1]).toBeCloseTo(-1, 2)
})

const folder = sharedData('arguments/train')
test.skipIf(!folder)('of a fifth of real comments are told from the others, well above guessing', () => {
  const comments = readArgumentComments(folder ?? '')
  expect(comments.flat()).toHaveLength(3906)
  const folds = foldsOf(
    comments.map(({ length }) => length),
    5,
  )
  const model = trainTypes(comments.filter((_, at) => (folds[at] ?? 0) > 1))
  const asked = comments.filter((_, at) => folds[at] === 0)
  const told = asked.flatMap((comment) =>
    model.typesOf(comment.map(({ text }) => text)).map(({ type }) => type),
  )
  const { accuracy, macroF1 } = judgeLabels(
    told,
    asked.flat().map(({ type }) => type),
  )
  console.log(`Types on one fold: accuracy ${accuracy.toFixed(3)}, macro-F1 ${macroF1.toFixed(3)}`)
  expect(macroF1).toBeGreaterThan(0.7)
})
