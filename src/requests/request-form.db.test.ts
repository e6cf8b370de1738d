import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findProcess } from '../processes/index.ts'
import { openHouse, requestForm } from './testing-house.ts'

const house = await openHouse()
const { db, post, get, makeProcess, makeDraft, makePublished, found } = house
afterAll(house.close)
beforeEach(house.reset)

describe('the form of a request', () => {
  test('takes no edits once it is public, and keeps the words of who tried', async () => {
    const docket = await makePublished()
    const late = await post(`/requests/${docket}/edit`, { ...requestForm, docket, title: 'Changed' })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('value="Changed"')
    expect((await found(docket)).title).toBe('What should a label say?')
  })

  test('is edited as a whole while it is a draft', async () => {
    const docket = await makeDraft()
    const issue = (await findProcess(db, (await found(docket)).processId))?.issues[0]?.id ?? ''
    const fields = { ...requestForm, docket, 'questions.1.text': 'And how?', 'questions.1.issues': issue }
    expect((await post(`/requests/${docket}/edit`, fields)).statusCode).toBe(303)
    const { questions } = await found(docket)
    expect(questions.map(({ text, priority, issues }) => [text, priority, issues.length])).toEqual([
      ['Until when is support promised?', true, 0],
      ['And how?', false, 1],
    ])
  })

  test('has a docket number of its own, whatever its letters look like', async () => {
    const docket = await makeDraft({ docket: 'NTIA-2026-0007' })
    const slug = await makeProcess()
    const again = await post(`/processes/${slug}/requests`, { ...requestForm, docket: 'ntia-2026-0007' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('The docket number ntia-2026-0007 is already in use')
    expect((await get('/requests/ntia-2026-0007')).headers.location).toBe(`/requests/${docket}`)
  })

  test('passes over numbers that were given by hand', async () => {
    const last = await makeDraft()
    const next = Number(last.slice(-4)) + 1
    const byHand = `EXAMPLE-2026-${String(next).padStart(4, '0')}`
    await makeDraft({ docket: byHand })
    expect(await makeDraft()).toBe(`EXAMPLE-2026-${String(next + 1).padStart(4, '0')}`)
  })

  test.each([
    ['deadline', '2026-03-08T02:30', 'skip that time'],
    ['deadline', '2026-11-01T01:30', 'show that time twice'],
    ['deadline', '2026-03-02T08:00', 'later than the opening'],
    ['deadline', '2026-02-01T08:00', 'already passed'],
    ['deadline', '', 'Enter the deadline'],
    ['zone', 'Mars/Olympus', 'No such time zone'],
    ['title', ' ', 'Enter the title'],
    ['language', 'tlh', 'Choose the language'],
    ['surprise', 'yes', 'does not know: surprise'],
  ])('with %s “%s” comes back with a sentence and every word', async (field, value, sentence) => {
    const slug = await makeProcess()
    const wrong = await post(`/processes/${slug}/requests`, { ...requestForm, [field]: value })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain(sentence)
    expect(wrong.body).toContain('<title>Error: ')
    expect(wrong.body).toContain(`href="#${field}"`)
    expect(wrong.body).toContain('We ask what buyers need to know.')
    expect(wrong.body).toContain('Until when is support promised?')
  })
})
