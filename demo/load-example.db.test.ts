import { afterAll, expect, test } from 'vitest'
import { operator } from '../src/participants/index.ts'
import { testApp } from '../src/testing.ts'
import { loadExample } from './load-example.ts'

const house = await testApp()
afterAll(house.close)

test('the worked example opens a request with posted, withheld and waiting comments, once', async () => {
  const address = await loadExample(house.services, operator)
  expect(await loadExample(house.services, operator)).toBe(address)
  expect((await house.get(address)).statusCode).toBe(200)
  const docket = await house.get('/requests/EXAMPLE-2026-0001/comments')
  expect(docket.body).toContain('10 comments received')
  expect(docket.body).toContain('Invented Consumers’ Union')
  expect(docket.body).not.toContain('WATCHES')
  const first = await house.get('/comments/EXAMPLE-2026-0001-0001')
  expect(first.body).toContain('A camera and its cloud do not age at the same speed.')
  expect(first.body).not.toContain('26 months')
})

test('the worked example shows decisions also where two people could take a second look', async () => {
  const other = await testApp()
  const [ada] = [await other.signInAs({ role: 'secretariat', process: undefined })]
  await other.signInAs({ role: 'secretariat', process: undefined })
  await loadExample(other.services, { ...operator, person: ada.person })
  const states = await other.services.db.selectFrom('docket.comment').select('state').execute()
  expect(states.filter(({ state }) => state === 'withheld').length).toBeGreaterThan(0)
  await other.close()
})
