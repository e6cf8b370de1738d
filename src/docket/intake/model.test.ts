import { describe, expect, test } from 'vitest'
import { type Choices, type CommentForm, choicesOf, type Problem, problemsOf } from './model.ts'
import { fieldsOf, readForm } from './read-form.ts'
import { seal, unseal } from './seal.ts'

const choices: Choices = {
  questions: [1, 2, 3],
  issues: new Map([
    [
      3,
      [
        { number: 1, title: 'Botnets' },
        { number: 2, title: 'Downloads' },
      ],
    ],
  ]),
  groups: ['academia', 'not-stated'],
  capacities: ['in-own-name', 'member', 'authorised-representative'],
  countries: ['DE', 'KE'],
  countryNamed: (text) => ({ france: 'FR', fr: 'FR' })[text.toLowerCase()],
  isAddress: (text) => text.includes('@'),
  files: 0,
}

const fields: [string, string][] = [
  ['key', 'x'.repeat(24)],
  ['group', 'academia'],
  ['language', 'en'],
  ['publication', 'with-name'],
  ['name', 'Ada  Example'],
  ['answer-2', 'Publish the period.'],
]

const form = (changes: Partial<CommentForm> = {}) => ({ ...readForm(fields), ...changes })
const kinds = (problems: Problem[]) => problems.map(({ field, kind }) => `${field}: ${kind}`)
const problems = (changes: Partial<CommentForm>, more: Partial<Choices> = {}) =>
  kinds(problemsOf(form(changes), { ...choices, ...more }))

describe('a comment form', () => {
  test('that answers only one question is whole', () => {
    expect(problems({})).toEqual([])
    expect(form().name).toBe('Ada Example')
  })

  test('comes back as it was read', () => {
    expect(readForm(fieldsOf(form()))).toEqual(form())
  })

  test('says nothing where neither a text nor a file came', () => {
    expect(problems({ answers: [{ question: 1, text: ' \r\n', publication: '' }] })).toEqual([
      'answer-1: nothingSaid',
    ])
    expect(problems({ answers: [] }, { files: 1 })).toEqual([])
  })

  test('takes 100,000 characters with browser line ends counted once, and says how many one more is too many', () => {
    const just = { question: 1, text: `${'a'.repeat(99_999)}\r\n`, publication: '' }
    expect(problems({ answers: [just] })).toEqual([])
    const found = problemsOf(form({ answers: [{ ...just, text: `${just.text}b` }] }), choices)
    expect(found).toEqual([{ field: 'answer-1', kind: 'tooLong', values: { over: 1, limit: 100_000 } }])
  })

  test('names a question that is not asked here, with the words written to it', () => {
    const strange = { question: 9, text: 'Lost words', publication: '' }
    expect(problemsOf(form({ answers: [strange] }), choices)[0]).toEqual({
      field: 'form',
      kind: 'questionUnknown',
      values: { question: 9, text: 'Lost words' },
    })
  })

  test('drops no field that it does not know', () => {
    const read = readForm([...fields, ['surprise', 'kept'], ['act', 'check']])
    expect(read.unknown).toEqual([['surprise', 'kept']])
    expect(kinds(problemsOf(read, choices))).toEqual(['form: fieldUnknown'])
  })

  test('asks how it may be published, unless each answer says so itself', () => {
    expect(problems({ publication: '' })).toEqual(['publication: publicationMissing'])
    const own = { question: 1, text: 'Yes.', publication: 'confidential' }
    expect(problems({ publication: '', answers: [own] })).toEqual([])
    expect(problems({ publication: 'loudly' })).toEqual(['publication: publicationUnknown'])
  })

  test('asks for a name only where it would be shown', () => {
    expect(problems({ name: '' })).toEqual(['name: nameMissing'])
    expect(problems({ name: '', organisation: 'Example Union' })).toEqual([])
    expect(problems({ name: '', publication: 'without-name' })).toEqual([])
  })

  test('asks for the organisation that somebody speaks for', () => {
    expect(problems({ capacity: 'member' })).toEqual(['organisation: organisationMissing'])
    expect(problems({ capacity: 'in-own-name' })).toEqual([])
  })

  test('names each choice that is none', () => {
    expect(
      problems({ group: 'martians', capacity: 'king', country: 'XX', language: '?', email: 'nowhere' }),
    ).toEqual([
      'capacity: capacityUnknown',
      'organisation: organisationMissing',
      'email: emailWrong',
      'group: groupUnknown',
      'country: countryUnknown',
      'language: languageUnknown',
    ])
  })

  test('is not taken under a key that could be guessed', () => {
    expect(problems({ key: 'order-1' })).toEqual(['form: keyMissing'])
  })
})

test('files go by the choice for the whole comment', () => {
  const mixed = form({ answers: [{ question: 1, text: 'a', publication: 'without-name' }] })
  expect(choicesOf(mixed, 0)).toEqual(['without-name'])
  expect(choicesOf(mixed, 1)).toEqual(['without-name', 'with-name'])
})

test('a draft opens with its own code and with no other', () => {
  const sealed = seal('AAAAA', 'Confidential words')
  expect(sealed.toString('latin1')).not.toContain('Confidential')
  expect(unseal('AAAAA', sealed)).toBe('Confidential words')
  expect(() => unseal('BBBBB', sealed)).toThrow()
})
