import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordTurns } from './keep-opening.ts'
import { deliberationForm, openHouse, times } from './testing.ts'

let bench: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  bench = await openHouse()
})
afterAll(() => bench.house.close())

const get = (url: string, cookie?: string) => bench.house.get(url, cookie)
const post = (url: string, form: Readonly<Record<string, string>>, cookie = bench.secretary.cookie) =>
  bench.house.post(url, form, cookie)

test('who does not prepare the process makes no deliberation', async () => {
  const somebody = await bench.house.signInAs()
  expect((await post(bench.list, deliberationForm, somebody.cookie)).statusCode).toBe(403)
  expect((await get(`${bench.list}/new`)).statusCode).toBe(303)
  expect((await get(bench.list)).body).toContain('No deliberation yet')
})

test('a form that is badly filled in comes back with every word, and says where it is wrong', async () => {
  const wrong = { ...deliberationForm, title: ' ', opens: '2026-04-01T09:00', intro: 'Kept words.' }
  const answer = await post(bench.list, wrong)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Enter a title.')
  expect(answer.body).toContain('It must close after it opens.')
  expect(answer.body).toContain('Kept words.')
  const listed = await post(bench.list, { ...deliberationForm, electorate: 'allow-list', allowed: 'not one' })
  expect(listed.body).toContain('Some lines are no e-mail addresses')
})

test('a draft is seen and edited by those who prepare it alone', async () => {
  const made = await post(bench.list, {
    ...deliberationForm,
    electorate: 'allow-list',
    allowed: 'Canary@Example.org\nbea@example.org',
  })
  expect(made.headers.location).toBe(bench.here)
  expect((await get(bench.here)).statusCode).toBe(404)
  const form = (await get(`${bench.here}/edit`, bench.secretary.cookie)).body
  expect(form).toContain('canary@example.org')
  const edited = await post(`${bench.here}/edit`, {
    ...deliberationForm,
    title: 'Edited title',
    electorate: 'allow-list',
    allowed: 'canary@example.org',
  })
  expect(edited.statusCode).toBe(303)
  expect((await get('/processes/devices')).body).not.toContain('Edited title')
})

test('once it is announced everybody reads its rule, nobody its list, and nobody changes either', async () => {
  expect((await post(`${bench.here}/publish`, {})).statusCode).toBe(303)
  const page = (await get(bench.here)).body
  expect(page).toContain('Addresses on a list')
  expect(page).toContain('It has not opened yet')
  for (const url of [bench.here, bench.list, '/processes/devices'])
    expect((await get(url)).body).not.toContain('canary')
  expect((await get('/processes/devices')).body).toContain('Edited title')
  const late = await post(`${bench.here}/edit`, deliberationForm)
  expect(late.statusCode).toBe(422)
  await expect(
    bench.db.updateTable('deliberation.deliberation').set({ electorate: 'anyone' }).execute(),
  ).rejects.toThrow('does not change')
})

test('the record says once that it opened, under which rule, and once that it closed', async () => {
  expect(await recordTurns(bench.db, times.before)).toBe(0)
  expect(await recordTurns(bench.db, times.during)).toBe(1)
  expect(await recordTurns(bench.db, times.during)).toBe(0)
  const opened = await bench.db
    .selectFrom('record.entry')
    .select('detail')
    .where('kind', '=', 'deliberation-opened')
    .execute()
  expect(opened).toEqual([{ detail: { electorate: 'allow-list', allowed: 1 } }])
  expect(await recordTurns(bench.db, times.end)).toBe(1)
  bench.house.setTime(times.end)
  expect((await get(bench.here)).body).toContain('no more votes are taken')
})

test('what would be over already is not announced', async () => {
  const { cookie } = await bench.house.signInAs({ role: 'secretariat', process: bench.process })
  const made = await post(bench.list, deliberationForm, cookie)
  const answer = await post(`${made.headers.location}/publish`, {}, cookie)
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('It would be over already')
})
