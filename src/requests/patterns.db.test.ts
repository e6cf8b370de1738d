import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findProcess, templateNames } from '../processes/index.ts'
import { openHouse, processForm, requestForm } from './testing-house.ts'

const house = await openHouse()
const { db, post, get, makePublished, found } = house
afterAll(house.close)
beforeEach(house.reset)

const inputs = (html: string, name: RegExp) =>
  [...html.matchAll(/name="([^"]+)"[^>]*value="([^"]*)"/g)].filter(([, one = '']) => name.test(one))

describe('patterns for a process', () => {
  test('are shown with their stages from a chosen day, without script', async () => {
    const { body } = await get('/processes/patterns?opens=2026-05-04')
    for (const name of templateNames) expect(body).toContain(`template=${name}&amp;opens=2026-05-04`)
    expect(body).toContain('Monday 4 May 2026')
    expect(body).not.toMatch(/ style=/)
    expect((await get('/processes/patterns?opens=tomorrow')).statusCode).toBe(422)
  })

  test.each(templateNames)('%s gives a form whose stages follow one another', async (name) => {
    const { body } = await get(`/processes/new?template=${name}&opens=2026-05-04`)
    const closes = inputs(body, /^stages\.\d+\.closes$/).map(([, , value = '']) => value)
    expect(closes.length).toBeGreaterThan(2)
    expect(closes).toEqual([...closes].sort())
    expect(inputs(body, /^opens$/)[0]?.[2]).toBe('2026-05-04T09:00')
    expect(inputs(body, /^stages\.\d+\.name$/).map(([, , value]) => value)).toContain('comments')
  })

  test('an unknown one is the open request for comment', async () => {
    expect((await get('/processes/new?template=none')).body).toContain('Open request for comment')
  })
})

describe('a process opened by an issue', () => {
  const slugOf = async (docket: string) => (await found(docket)).processSlug

  test('starts from its words, names it, and is linked from it once published', async () => {
    const slug = await slugOf(await makePublished())
    const parent = await findProcess(db, slug)
    const issue = parent?.issues[0]
    expect((await get(`/processes/${slug}`)).body).toContain(`/processes/new?issue=${issue?.id}`)
    const form = (await get(`/processes/new?issue=${issue?.id}`)).body
    expect(form).toContain('value="Support period"')
    expect(form).toContain('This process takes up issue 1, “Support period”')
    const fields = { ...processForm, slug: `child-of-${slug}`, parent: issue?.id ?? '' }
    expect((await post('/processes', fields)).statusCode).toBe(303)
    expect((await findProcess(db, `child-of-${slug}`))?.parentIssue).toBe(issue?.id)
    expect((await get(`/processes/child-of-${slug}`)).body).toContain(`/processes/${slug}#issue-1`)
    house.asGuest()
    expect((await get(`/processes/${slug}`)).body).not.toContain(`child-of-${slug}`)
    house.reset()
    await post(`/processes/child-of-${slug}/publish`, {})
    house.asGuest()
    const shown = (await get(`/processes/${slug}`)).body
    expect(shown).toContain(`child-of-${slug}`)
    expect(shown).not.toContain('/processes/new?issue=')
  })

  test('is not made where there is no such issue; the words come back', async () => {
    const parent = crypto.randomUUID()
    const back = await post('/processes', { ...processForm, slug: 'orphan', parent })
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('The issue that was to open this process is not there.')
    expect(back.body).toContain(processForm.scope)
  })

  test('keeps its parent when it is edited', async () => {
    const slug = await slugOf(await makePublished())
    const issue = (await findProcess(db, slug))?.issues[0]
    const child = `edited-child-of-${slug}`
    await post('/processes', { ...processForm, slug: child, parent: issue?.id ?? '' })
    await post(`/processes/${child}/edit`, { ...processForm, slug: child, name: 'Another name' })
    expect(await findProcess(db, child)).toMatchObject({ name: 'Another name', parentIssue: issue?.id })
  })
})

describe('the comments stage', () => {
  const draftIn = async (slug: string, deadline: string) => {
    const made = await post(`/processes/${slug}/requests`, { ...requestForm, deadline })
    return String(made.headers['location']).replace('/requests/', '')
  }
  const commentsEnd = async (slug: string) => {
    const stages = (await findProcess(db, slug))?.stages ?? []
    const [comments, analysis] = stages
    expect(analysis?.opens).toEqual(comments?.closes)
    return comments?.closes.toISOString()
  }

  test('ends with the deadline of the request, sooner or later, and again when that is extended', async () => {
    const slug = await house.makeProcess()
    const docket = await draftIn(slug, '2026-03-20T17:00')
    expect(await commentsEnd(slug)).toBe('2026-03-27T21:00:00.000Z')
    await post(`/requests/${docket}/publish`, {})
    expect(await commentsEnd(slug)).toBe('2026-03-20T21:00:00.000Z')
    house.at('2026-03-10T12:00:00Z')
    expect((await get(`/processes/${slug}`)).body).toContain('10 days left in this stage')
    expect((await get(`/requests/${docket}`)).body).toContain('10 days left to comment')
    const fields = { zone: 'America/New_York', deadline: '2026-04-10T17:00', reason: 'Many asked.' }
    await post(`/requests/${docket}/extend`, fields)
    expect(await commentsEnd(slug)).toBe('2026-04-10T21:00:00.000Z')
  })

  test('goes on while another request of the process is open', async () => {
    const slug = await house.makeProcess()
    const [long, short] = [await draftIn(slug, '2026-04-20T17:00'), await draftIn(slug, '2026-03-20T17:00')]
    for (const docket of [long, short]) await post(`/requests/${docket}/publish`, {})
    expect(await commentsEnd(slug)).toBe('2026-04-20T21:00:00.000Z')
  })
})
