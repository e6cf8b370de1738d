import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/id.ts'
import { openFinding } from './testing.ts'

const finding = await openFinding()
const { post, find, campaigns, fresh, db } = finding
afterAll(finding.close)
beforeEach(() => finding.newRequest())

const question =
  'For how many years should a maker promise security updates for the connected devices that it sells to homes?'
const letter =
  'I ask the ministry to require ten years of security updates for every connected device sold to homes, because people keep what they buy.'
const own = (word: string) => Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(' ')

const ask = () =>
  db
    .insertInto('requests.question')
    .values({
      ...{ id: newId<'question'>(1), request_id: finding.request().id, number: 1, text: question },
      ...{ hint: '', priority: false },
    })
    .execute()
const stubs = () =>
  db
    .selectFrom('analysis.read_text')
    .select('id')
    .where('request_id', '=', finding.request().id)
    .where('stub', '=', true)
    .execute()

describe('a question that commenters quote', () => {
  test('makes no campaign of their comments, and parts none that is one', async () => {
    await ask()
    const numbers = await post(
      ...[question, `${question} Ten years.`, `Q1. ${question}\n\nYes, please.`],
      ...[`${question}\n\n${letter}`, letter, `${question}\n\n${own('a')}`],
    )
    await find()
    expect((await campaigns()).map(({ members }) => members)).toEqual([[numbers[3], numbers[4]]])
    expect(await stubs()).toHaveLength(3)
  })

  test('that was asked after comments were read ends the campaigns it made', async () => {
    const numbers = await post(question, `${question} Ten years.`, letter, letter)
    await find()
    expect(await campaigns()).toHaveLength(2)
    await ask()
    await fresh()
    await post(own('b'))
    await find()
    expect((await campaigns()).map(({ members }) => members)).toEqual([[numbers[2], numbers[3]]])
    expect(await stubs()).toHaveLength(2)
    const left = (await finding.members()).filter((one) => !one.left)
    expect(left.map(({ number }) => number)).toEqual([numbers[2], numbers[3]])
  })

  test('that is asked no longer lets a stub be read as what it says', async () => {
    await ask()
    const numbers = await post(question, question)
    await find()
    expect(await stubs()).toHaveLength(2)
    await db.deleteFrom('requests.question').where('request_id', '=', finding.request().id).execute()
    await fresh()
    await post(own('c'))
    await find()
    expect((await campaigns()).map(({ members }) => members)).toEqual([numbers])
  })
})
