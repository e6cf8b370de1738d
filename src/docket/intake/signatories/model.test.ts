import { expect, test } from 'vitest'
import { type SignatoryFields, signatoriesIn, signatoryProblems } from './model.ts'

const countryNamed = (text: string) => ({ france: 'FR', fr: 'FR' })[text.toLowerCase()]
const choices = { countryNamed, isAddress: (text: string) => /^\S+@\S+$/.test(text) }
const listed = (signatoryList: string): SignatoryFields => ({ signatories: [], signatoryList })
const problems = (fields: SignatoryFields, organisation = 'Sender') =>
  signatoryProblems({ ...fields, organisation }, choices).map(({ field, kind }) => `${field} ${kind}`)

test('a list is read line by line, with an address in brackets or as a table', () => {
  const list = [
    'name,country,email',
    'Users of Ghent <office@ghent.example>',
    '"Locks, Keys and Co", France, keys@example.org',
    'Makers;FR;',
    'Locks, Inc.',
    'Locks of Lyon\tlyon@example.org',
  ]
  expect(signatoriesIn(listed(list.join('\r\n')), countryNamed)).toEqual([
    { name: 'Users of Ghent', country: '', email: 'office@ghent.example' },
    { name: 'Locks, Keys and Co', country: 'France', email: 'keys@example.org' },
    { name: 'Makers', country: 'FR', email: '' },
    { name: 'Locks, Inc.', country: '', email: '' },
    { name: 'Locks of Lyon', country: '', email: 'lyon@example.org' },
  ])
  expect(problems(listed(list.join('\n')))).toEqual([])
})

test('nobody is named twice, no address is asked twice, and the sender signs already', () => {
  const fields = listed('Makers <a@example.org>\nMAKERS. <b@example.org>\nUsers <A@example.org>\nSender')
  expect(problems(fields)).toEqual([
    'signatoryList signatoryTwice',
    'signatoryList signatoryEmailTwice',
    'signatoryList signatoryIsSender',
  ])
})

test('what cannot be read is named where it stands', () => {
  expect(problems(listed('Makers, who, knows, m@example.org'))).toEqual(['signatoryList signatoryLineUnread'])
  const row = { name: '', country: 'Nowhere', email: 'no address' }
  expect(problems({ signatories: [row], signatoryList: '' })).toEqual([
    'signatory-1-name signatoryNameMissing',
    'signatory-1-country signatoryCountryUnknown',
    'signatory-1-email signatoryEmailWrong',
  ])
  const many = Array.from({ length: 201 }, (_, at) => `Organisation ${at}`).join('\n')
  expect(problems(listed(many))).toEqual(['signatoryList signatoriesMany'])
})

test('a form without them has nothing to mend', () => {
  expect(problems(listed(''))).toEqual([])
})

test.each([',', ' ', '<', '> ', '"'])('a line of nothing but “%s” takes no longer than any other', (sign) => {
  const line = `Makers ${sign.repeat(200_000)}x`
  expect(problems(listed(line))).toEqual([expect.stringContaining('signatoryList ')])
})
