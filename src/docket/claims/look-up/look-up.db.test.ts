import { afterAll, expect, test } from 'vitest'
import { openClaims } from '../testing.ts'

const { house, take, post, send, later, lettersTo } = await openClaims()
afterAll(house.close)

const ask = (email: string, from?: string) => send('/was-my-name-used', { email }, from)
const sentBy = (email: string) => take({ particulars: { name: 'Somebody', email } })

test('whoever owns an address is mailed what was sent with it, and how to object', async () => {
  const [first, second] = [await sentBy('ada@example.net'), await sentBy('Ada@Example.net')]
  const other = await sentBy('grace@example.net')
  await post(first)
  expect((await ask('ADA@example.net')).statusCode).toBe(200)
  const [letter = '', ...more] = await lettersTo('ADA@example.net')
  expect(more).toEqual([])
  expect(letter).toContain('2 were:')
  expect(letter).toMatch(new RegExp(`${first}\\nreceived [^\\n]+\\non “[^”]+”\\nnow posted\\nhttp`))
  expect(letter).toMatch(new RegExp(`${second}\\nreceived [^\\n]+\\non “[^”]+”\\nnow being screened`))
  expect(letter).toMatch(/“I\sdid\snot\ssend\sthis”/)
  expect(letter).not.toContain(other)
  expect(letter).not.toContain('Ten years, says')
})

test('the page tells the same whether the address was used or not', async () => {
  await sentBy('used@example.net')
  const [used, unused] = [await ask('used@example.net'), await ask('none@example.net')]
  expect(unused.statusCode).toBe(used.statusCode)
  expect(unused.body.replaceAll('none@', 'used@')).toBe(used.body)
  expect(await lettersTo('none@example.net')).toEqual([expect.stringContaining('None was.')])
})

test('nothing is mailed twice within a quarter of an hour, not even to two who press at once', async () => {
  await Promise.all([ask('twice@example.net'), ask('twice@example.net'), ask('Twice@example.net')])
  expect([...(await lettersTo('twice@example.net')), ...(await lettersTo('Twice@example.net'))]).toHaveLength(
    1,
  )
  later(14)
  const again = await ask('twice@example.net')
  expect(again.body).toContain('Check your e-mail')
  later(16)
  await ask('twice@example.net')
  expect([...(await lettersTo('twice@example.net')), ...(await lettersTo('Twice@example.net'))]).toHaveLength(
    2,
  )
})

test('a mailbox is not flooded from many places', async () => {
  for (let place = 1; place <= 9; place += 1) await ask('flooded@example.net', `127.0.1.${place}`)
  expect(await lettersTo('flooded@example.net')).toHaveLength(5)
})

test('what is no address comes back with the words that were written', async () => {
  const answer = await ask('not an address')
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('value="not an address"')
  expect((await house.get('/')).body).toContain('href="/was-my-name-used"')
})
