import { expect, test } from 'vitest'
import { countriesByName } from './index.ts'

test('countries stand under their names in the reader’s language, in the order of its alphabet', () => {
  const french = countriesByName('fr')
  expect(french.find(({ value }) => value === 'DE')?.text).toBe('Allemagne')
  expect(countriesByName('en').map(({ text }) => text)).toContain('Germany')
  const at = (text: string) => french.findIndex((one) => one.text === text)
  expect(at('Égypte')).toBeLessThan(at('France'))
  expect(new Set(french.map(({ value }) => value)).size).toBe(french.length)
})
