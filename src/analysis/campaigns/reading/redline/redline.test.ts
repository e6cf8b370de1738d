import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes } from './changes.ts'
import { redline } from './redline.ts'

const letter = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
const kinds = (from: string, to: string) =>
  redline(from, to)?.map((one) => (one.kind === 'gap' ? 'gap' : `${one.kind}: ${one.text.trim()}`))

test('what a variant adds stands out, and what both share is left out between', () => {
  const found = kinds(letter, `My name is Ada. ${letter.replace('word30', 'WORD')}`)
  expect(found?.[0]).toBe('added: My name is Ada.')
  expect(found?.filter((one) => !one.startsWith('same'))).toEqual([
    'added: My name is Ada.',
    'gap',
    'gone: word30',
    'added: WORD',
    'gap',
  ])
})

test('scripts without spaces between words are compared word by word', () => {
  expect(
    kinds('我希望政府要求安全更新', '我希望政府要求十年的安全更新')?.filter((one) => one.startsWith('added')),
  ).toEqual(['added: 十年的'])
})

test('texts that share nothing, or are endless, are not held against each other', () => {
  const other = Array.from({ length: 900 }, (_, at) => `other${at}`).join(' ')
  expect(redline(letter.repeat(20), other)).toBeUndefined()
  expect(redline('a '.repeat(40_000), 'b')).toBeUndefined()
})

test('the changes lead from each text to the other, and are never more than they need be', () => {
  const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(few, few, (from, to) => {
      const found = changes(from, to, 100) ?? []
      const side = (...wanted: string[]) => found.flatMap(({ kind, of }) => (wanted.includes(kind) ? of : []))
      expect(side('same', 'gone')).toEqual(from)
      expect(side('same', 'added')).toEqual(to)
      expect(side('gone', 'added')).toHaveLength(from.length + to.length - 2 * longestShared(from, to))
    }),
  )
})

function longestShared([a, ...as]: readonly string[], [b, ...bs]: readonly string[]): number {
  if (a === undefined || b === undefined) return 0
  if (a === b) return 1 + longestShared(as, bs)
  return Math.max(longestShared(as, [b, ...bs]), longestShared([a, ...as], bs))
}
