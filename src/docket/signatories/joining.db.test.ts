import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { findToModerate } from '../posting/store.ts'
import { nameSignatory } from './own/name-signatory.ts'
import { openSignatories, text } from './testing.ts'

const { house, db, take, post, mail, linkTo, lettersTo } = await openSignatories()
afterAll(house.close)

const page = async (number: string) => text((await house.get(`/comments/${number}`)).body)
const joint = async (signatories = [{ name: 'First' }] as { name: string; email?: string }[]) => {
  const taken = await take({ signatories })
  await post(taken.number)
  return taken
}
const stateOf = async (name: string) =>
  (await db.selectFrom('docket.signatory').select('state').where('name', '=', name).execute())[0]?.state

test('who asked to join is never shown before the sender accepts, whatever they press', async () => {
  const { number } = await joint()
  await house.post(`/comments/${number}/sign`, { name: 'Pushers', email: 'push@example.org' })
  await mail()
  const link = await linkTo('push@example.org')
  for (const act of ['refuse', 'confirm', 'offer', 'confirm', 'refuse', 'confirm', 'withdraw', 'confirm'])
    await house.post(link, { act })
  expect(await page(number)).not.toContain('Pushers')
  expect(await page(number)).not.toContain('said that it does not sign')
  expect(await stateOf('Pushers')).toBe('removed')
})

test('who is named already is not told to whoever asks, by name or by address', async () => {
  const { number } = await joint([{ name: 'First' }, { name: 'Shy Society', email: 'shy@example.org' }])
  await mail()
  await house.post(await linkTo('shy@example.org'), { act: 'refuse' })
  const ask = (name: string, email: string) => house.post(`/comments/${number}/sign`, { name, email })
  const answers = [
    await ask('Never Named', 'probe@example.org'),
    await ask('Shy Society', 'probe@example.com'),
    await ask('Somebody', 'shy@example.org'),
  ]
  const plain = answers.map(({ body }) => text(body).replace(/\S+@\S+/g, ''))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(new Set(plain).size).toBe(1)
  await mail()
  expect(await lettersTo('shy@example.org')).toHaveLength(1)
})

test('the sender is told by mail that somebody asks to sign, once', async () => {
  const { number } = await joint()
  await house.post(`/comments/${number}/sign`, { name: 'Askers', email: 'ask@example.org' })
  await mail()
  const told = async () => (await lettersTo('ada@example.org')).filter((letter) => letter.includes('Askers'))
  expect(await told()).toEqual([])
  const link = await linkTo('ask@example.org')
  await Promise.all([house.post(link, { act: 'offer' }), house.post(link, { act: 'offer' })])
  const [letter = '', ...more] = await told()
  expect(more).toEqual([])
  expect(letter).toContain(`Askers asks to sign your comment ${number}`)
  expect(letter).toContain(`/comments/${number}/signatories`)
  expect(letter).not.toContain('ask@example.org')
})

test('no name comes under a comment that was withdrawn, superseded or erased meanwhile', async () => {
  const at = house.services.clock.now()
  for (const over of ["withdrawn_at = '2026-03-01'", "state = 'erased'"]) {
    const { number } = await joint()
    const comment = await findToModerate(db, number)
    if (!comment) throw new Error('No comment came.')
    await house.database.pool.query(`update docket.comment set ${over} where id = $1`, [comment.id])
    const form = { name: `Too Late ${newId<'signatory'>(0)}`, country: '', email: 'late@example.org' }
    const about = { id: comment.id, process: comment.processId }
    expect(await nameSignatory(house.services, about, form, 'joining', at)).toBe('closed')
    expect(await stateOf(form.name)).toBeUndefined()
  }
})

test('what is signed stands above the buttons', async () => {
  await take({ signatories: [{ name: 'Readers', email: 'read@example.org' }] })
  await mail()
  const { body } = await house.get(await linkTo('read@example.org'))
  expect(body.indexOf('What is signed')).toBeGreaterThan(0)
  expect(body.indexOf('What is signed')).toBeLessThan(body.indexOf('value="confirm"'))
})
