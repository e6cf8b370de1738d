import { expect, test } from 'vitest'
import { parseForm, utf8Text, WrongEncoding } from './parse-form.ts'

const form = (text: string, encoding: BufferEncoding = 'utf8') => ({
  ...parseForm(Buffer.from(text, encoding)),
})

function refusal(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof WrongEncoding) return error.kept
    throw error
  }
  throw new Error('It was read.')
}

test('a form is read as a browser wrote it', () => {
  expect(form('name=Jos%C3%A9+Example&group=a&group=b&empty=&alone&a=1%3D2=3')).toEqual({
    name: 'José Example',
    group: ['a', 'b'],
    empty: '',
    alone: '',
    a: '1=2=3',
  })
  expect(form('text=100%25+of+%zz%')).toEqual({ text: '100% of %zz%' })
  expect(form('text=naïve')).toEqual({ text: 'naïve' })
  expect(form('')).toEqual({})
})

test('a name that JavaScript knows is a name like any other', () => {
  expect(Object.keys(parseForm(Buffer.from('__proto__=x&constructor=y')))).toEqual([
    '__proto__',
    'constructor',
  ])
})

test('text in another encoding is refused with its words, and no letter is replaced', () => {
  expect(refusal(() => form('text=caf%E9'))).toEqual({ text: 'café' })
  expect(refusal(() => form('text=café', 'latin1'))).toEqual({ text: 'café' })
  expect(refusal(() => utf8Text(Buffer.from('{"text":"café"}', 'latin1')))).toBe('{"text":"café"}')
})

test('a replacement letter that somebody really sent is kept', () => {
  expect(form('text=%EF%BF%BD')).toEqual({ text: '\uFFFD' })
})

test('a name repeated a million times is read, and holds nobody up', () => {
  const { a } = form('a&'.repeat(1_000_000))
  expect(a).toHaveLength(1_000_000)
})
