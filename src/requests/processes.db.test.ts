import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findProcess } from '../processes/index.ts'
import { secretary } from './testing.tsx'
import { openHouse, processForm } from './testing-house.ts'

const house = await openHouse()
const { db, post, get, kinds, makeProcess } = house
afterAll(house.close)
beforeEach(house.reset)

describe('a process', () => {
  test('is made from the template, with its issues and stages', async () => {
    const slug = await makeProcess()
    const process = await findProcess(db, slug)
    expect(process?.issues.map(({ number, title }) => [number, title])).toEqual([[1, 'Support period']])
    expect(process?.stages[0]?.closes.toISOString()).toBe('2026-03-27T21:00:00.000Z')
    expect(process?.stages[1]?.opens).toEqual(process?.stages[0]?.closes)
    expect(await kinds(process?.id ?? '')).toEqual(['process-created'])
  })

  test('is not there for anyone else until it is published', async () => {
    const slug = await makeProcess()
    house.asGuest()
    expect((await get(`/processes/${slug}`)).statusCode).toBe(404)
    expect((await get('/processes')).body).not.toContain(`/processes/${slug}"`)
    house.as(secretary)
    await post(`/processes/${slug}/publish`, {})
    house.asGuest()
    expect((await get(`/processes/${slug}`)).statusCode).toBe(200)
  })

  test('is no longer edited once it is public', async () => {
    const slug = await makeProcess()
    await post(`/processes/${slug}/edit`, { ...processForm, slug, name: 'Another name' })
    expect((await findProcess(db, slug))?.name).toBe('Another name')
    await post(`/processes/${slug}/publish`, {})
    const late = await post(`/processes/${slug}/edit`, { ...processForm, slug, name: 'Too late' })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('Too late')
    expect((await findProcess(db, slug))?.name).toBe('Another name')
  })

  test('has one short address, and a second claim to it keeps every word', async () => {
    const slug = await makeProcess()
    const again = await post('/processes', { ...processForm, slug, name: 'The second' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('Another process has this short address')
    expect(again.body).toContain('value="The second"')
  })

  test('offers more rows for issues without script, and keeps what was typed', async () => {
    const more = await post('/processes', { ...processForm, act: 'add-issue' })
    expect(more.statusCode).toBe(200)
    expect(more.body).toContain('name="issues.4.title"')
    expect(more.body).toContain('value="Support period"')
  })

  test('is asked for again where a stage would close before it opens', async () => {
    const wrong = await post('/processes', { ...processForm, 'stages.1.closes': '2026-03-01T10:00' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('href="#stages.1.closes"')
    expect(wrong.body).toContain('A stage closes after it opens')
    expect(wrong.body).toContain('How people learn until when a device is updated.')
  })

  test('keeps its issues’ ids through an edit, since questions point at them', async () => {
    const slug = await makeProcess()
    const before = (await findProcess(db, slug))?.issues[0]
    const fields = { ...processForm, slug, 'issues.0.id': '', 'issues.0.title': 'New first' }
    const moved = { 'issues.1.id': before?.id ?? '', 'issues.1.title': 'Support period' }
    expect((await post(`/processes/${slug}/edit`, { ...fields, ...moved })).statusCode).toBe(303)
    const after = (await findProcess(db, slug))?.issues
    expect(after?.map(({ title }) => title)).toEqual(['New first', 'Support period'])
    expect(after?.[1]?.id).toBe(before?.id)
  })

  test('is not made by a guest', async () => {
    house.asGuest()
    expect((await post('/processes', processForm)).statusCode).toBe(403)
    expect((await get('/processes/new')).headers.location).toMatch(/^\/sign-in/)
  })
})
