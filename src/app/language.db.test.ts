import { afterAll, expect, test } from 'vitest'
import { listReasons, reasonNames } from '../moderation/index.ts'
import { listStakeholderGroups } from '../participants/index.ts'
import { testApp } from '../testing.ts'

const house = await testApp()
afterAll(house.close)

const french = /<html lang="fr" dir="ltr"/

test('a page is in the language its address asks for, and that language is kept', async () => {
  const asked = await house.get('/sign-in?lang=fr')
  expect(asked.body).toMatch(french)
  expect(asked.headers['content-language']).toBe('fr')
  const [cookie] = asked.cookies
  expect(cookie).toMatchObject({ name: 'lang', value: 'fr', path: '/' })
  const next = await house.get('/sign-in', 'lang=fr')
  expect(next.body).toMatch(french)
  expect(next.headers['set-cookie']).toBeUndefined()
})

test('no cache may take one language for another', async () => {
  const page = await house.app.inject({ url: '/sign-in', headers: { 'accept-language': 'fr-CH, en;q=0.5' } })
  expect(page.body).toMatch(french)
  expect(String(page.headers['vary'])).toContain('Accept-Language, Cookie')
})

test('the header leads to the same page in the other language, whatever else its address asks for', async () => {
  const page = await house.get('/requests?a=b&lang=fr')
  expect(page.body).toContain('href="/requests?a=b&amp;lang=en" hreflang="en" lang="en">English</a>')
  expect(page.body).not.toContain('ar-XB')
})

test('no address makes the header lead to another site', async () => {
  const page = await house.get('//elsewhere.example/requests')
  expect(page.body).toContain('href="/elsewhere.example/requests?lang=fr"')
  expect(page.body).not.toMatch(/(?:href|action)="\/\//)
})

test('what answers a form leads to no other language: there may be no page at its address', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
  const answer = await house.app.inject({ method: 'POST', url: '/sign-in', headers, payload: 'email=nobody' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).not.toContain('hreflang')
  expect(answer.body).toContain('href="/sign-in"')
})

test('a program is told what went wrong in the language it asks for', async () => {
  const title = async (language: string) => {
    const headers = { accept: 'application/json', 'accept-language': language }
    const answer = await house.app.inject({ url: '/api/requests/NONE-1', headers })
    return (JSON.parse(answer.body) as { type: string; title: string }).title
  }
  expect([await title('fr-CH, en;q=0.5'), await title('en')]).toEqual(['introuvable', 'not found'])
})

test('the mirror is there for whoever asks for it by its code', async () => {
  const page = await house.get('/sign-in?lang=ar-XB')
  expect(page.body).toContain('<html lang="ar-XB" dir="rtl"')
})

test('groups that nobody renamed have a French name, and one that a convenor named keeps it', async () => {
  const { db } = house.services
  const { cookie } = await house.signInAs({ role: 'administrator', process: undefined })
  await db
    .updateTable('participants.stakeholder_group')
    .set({ name: 'Press & Media' })
    .where('slug', '=', 'users')
    .execute()
  const { body } = await house.get('/organisations?lang=fr', cookie)
  const untranslated = (await listStakeholderGroups(db)).filter(({ name }) =>
    body.includes(`>${name}</option>`),
  )
  expect(untranslated).toEqual([])
  expect(body).toContain('>Société civile</option>')
  expect(body).toContain('>Press &amp; Media</option>')
})

test('each reason to withhold, and what it means, has French words', async () => {
  const inFrench = reasonNames('fr')
  const reasons = await listReasons(house.services.db, { retired: true })
  const texts = reasons.flatMap(({ name, meaning }) => [name, meaning])
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter((text) => inFrench(text) === text)).toEqual([])
})
