import { afterAll, expect, test } from 'vitest'
import { openClaims } from './testing.ts'

const { house, db, request, take, post } = await openClaims()
afterAll(house.close)

const docket = `/requests/${request.docket}`
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const page = async (path: string) => text((await house.get(path)).body)
const named = async (
  name: string,
  verification: 'none' | 'e-mail',
  publication: 'with-name' | 'without-name',
) => {
  const number = await take({
    particulars: { name },
    answers: [{ text: `Words of ${name}.`, publication }],
  })
  await db.updateTable('docket.comment').set({ verification }).where('number', '=', number).execute()
  await post(number)
  return number
}

test('a name is shown with how far it is known to be right, and the counts say how many are confirmed', async () => {
  const confirmed = await named('Ada Confirmed', 'e-mail', 'with-name')
  const bare = await named('Bob Bare', 'none', 'with-name')
  const nameless = await named('Carol Hidden', 'e-mail', 'without-name')
  expect(await page(`/comments/${confirmed}`)).toContain('Ada Confirmed e-mail confirmed')
  expect(await page(`/comments/${bare}`)).toContain('Bob Bare not confirmed')
  expect(await page(`/comments/${nameless}`)).not.toMatch(/(e-mail|not) confirmed/)
  const list = await page(`${docket}/comments`)
  expect(list).toContain('Ada Confirmed e-mail confirmed')
  expect(list).toContain('Bob Bare not confirmed')
  expect(list).toContain('Of 2 names shown, 1 is confirmed.')
  const api = async (number: string) => (await house.get(`/api/comments/${number}`)).json().sender
  expect((await api(confirmed)).verification).toBe('e-mail')
  expect((await api(bare)).verification).toBe('none')
  expect(await api(nameless)).toBeNull()
  const { counts } = (await house.get(`/api${docket}/comments`)).json()
  expect(counts).toMatchObject({ named: 2, confirmed: 1 })
  const [head = '', ...rows] = (await house.get(`${docket}/dataset/comments.csv`)).body.split('\r\n')
  const at = head.split(',').indexOf('verification')
  expect(rows.filter(Boolean).map((row) => row.split(',')[at])).toEqual(['e-mail', 'none', ''])
})
