import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { plantVotes, type Shape } from '../../../../bench/kit/planted-opinions.ts'
import { computeOpinions, type Given } from '../compute-opinions.ts'
import { computeBeside } from './compute-beside.ts'

function given(shape: Shape): Given {
  const { participant, statement, value } = plantVotes(shape)
  const numbers = Array.from({ length: shape.participants }, (_, at) => at + 1)
  return {
    votes: {
      participants: participant.map((one) => one + 1),
      statements: statement.map((one) => one + 1),
      values: value,
    },
    start: undefined,
    declaredOf: new Map(numbers.map((number) => [`${number}`, number % 3 === 0 ? 'users' : 'industry'])),
    arrivals: {
      ...{ numbers, joined: numbers.map((number) => 60_000 * number) },
      networks: numbers.map((number) => (number % 2 === 0 ? 'even' : null)),
    },
    ...{ judgments: [], before: [], opens: new Date(0) },
  }
}

const few = { participants: 200, statements: 30, votes: 3000 }
const many = { participants: 20_000, statements: 400, votes: 1_000_000 }

test('a map is the same, whether this thread computes it or another', async () => {
  const expected = computeOpinions(given(few))
  expect(expected.result.groups.length).toBeGreaterThan(1)
  expect(await computeBeside(given(few))).toEqual(expected)
  expect(await computeBeside(given(few), undefined, 0)).toEqual(expected)
})

test('what goes wrong in the other thread is told here', async () => {
  const wrong = given(few)
  wrong.votes.values[7] = 5
  await expect(computeBeside(wrong, undefined, 0)).rejects.toThrow(
    'Vote 8 is neither agree, disagree nor pass.',
  )
})

test('while many votes are counted, this thread goes on with other work', async () => {
  const asked = given(many)
  let turns = 0
  let done = false
  const computing = computeBeside(asked).finally(() => {
    done = true
  })
  while (!done) {
    await sleep(1)
    turns += 1
  }
  expect((await computing).result.voters).toBe(20_000)
  expect(turns).toBeGreaterThan(20)
})

test('counting that is asked to stop ends at once, with the reason it was given', async () => {
  const stopping = new AbortController()
  const computing = computeBeside(given(many), stopping.signal)
  stopping.abort(new Error('Good night.'))
  await expect(computing).rejects.toThrow('Good night.')
})
