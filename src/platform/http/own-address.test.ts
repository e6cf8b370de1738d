import { expect, test } from 'vitest'
import { ownAddress } from './own-address.ts'

test.each([
  ['/requests?a=//b', '/requests?a=//b'],
  ['//elsewhere.example/a', '/elsewhere.example/a'],
  ['/\\elsewhere.example', '/elsewhere.example'],
  ['http://elsewhere.example/a?b', '/a?b'],
  ['http://elsewhere.example', '/'],
  ['', '/'],
])('the address %s stays on this site', (url, own) => {
  expect(ownAddress(url)).toBe(own)
})
