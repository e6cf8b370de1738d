import { expect, test } from 'vitest'
import { browserName, ownPath } from './model.ts'

test.each([
  ['/requests/1?a=b#c', '/requests/1?a=b'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [undefined, '/'],
])('after signing in %j leads to %j', (asked, leads) => expect(ownPath(asked)).toBe(leads))

test('a person knows a session by browser and system', () => {
  expect(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox, Linux',
  )
  expect(
    browserName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'),
  ).toBe('Edge, Windows')
  expect(browserName(undefined)).toBe('')
})
