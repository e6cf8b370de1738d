import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openFinding } from './testing.ts'

const finding = await openFinding()
const { post, withhold, find, campaigns, fresh } = finding
afterAll(finding.close)
beforeEach(() => finding.newRequest())

const letter =
  'I ask the ministry to require ten years of security updates for every connected device sold to homes, because people keep what they buy.'
const own = (word: string) => Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(' ')

describe('campaigns of a request', () => {
  test('are found among what is posted, and grow without becoming others', async () => {
    const first = await post(letter, own('a'), `${letter} Thank you.`)
    await find()
    const [one] = await campaigns()
    expect(one?.members).toEqual([first[0], first[2]])
    const later = await post(letter, own('b'))
    await find()
    expect(await campaigns()).toEqual([{ ...one, members: [first[0], first[2], later[0]] }])
  })

  test('are the same whether found at once or by a worker that began anew in the middle', async () => {
    const first = await post(letter, own('a'), letter)
    await find()
    await fresh()
    const later = await post(`${letter} Thank you.`, `Dear all. ${own('a')}`)
    await find()
    const found = await campaigns()
    expect(found.map(({ members }) => members)).toEqual([
      [first[0], first[2], later[0]],
      [first[1], later[1]],
    ])
  })

  test('lose what is withheld, and end with the last pair', async () => {
    const [one, two, three] = await post(letter, letter, `${letter} Thanks.`)
    await find()
    await withhold(one)
    await find()
    expect((await campaigns())[0]?.members).toEqual([two, three])
    await withhold(two)
    await find()
    expect(await campaigns()).toEqual([])
    const [four] = await post(letter)
    await find()
    expect((await campaigns())[0]?.members).toEqual([three, four])
  })

  test('fall apart where the text that held them together goes', async () => {
    const chain = (from: number) => Array.from({ length: 60 }, (_, at) => `w${from + at}`).join(' ')
    const [a, b, middle, c, d] = await post(chain(0), chain(1), chain(6), chain(11), chain(12))
    await find()
    const [whole] = await campaigns()
    expect(whole?.members).toEqual([a, b, middle, c, d])
    await withhold(middle)
    await find()
    const parts = await campaigns()
    expect(parts.map(({ members }) => members)).toEqual([
      [a, b],
      [c, d],
    ])
    expect(parts.map(({ id }) => id)).toContain(whole?.id)
    const [back] = await post(chain(6))
    await find()
    expect((await campaigns()).map(({ members }) => members)).toEqual([[a, b, c, d, back]])
  })

  test('keep the dates of who belonged to them', async () => {
    const [one, two] = await post(letter, letter)
    await find()
    await withhold(one)
    const [three] = await post(letter)
    await find()
    const dated = await finding.members()
    expect(dated.map(({ number, left }) => [number, left])).toEqual([
      [one, true],
      [two, false],
      [three, false],
    ])
  })
})
