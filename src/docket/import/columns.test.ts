import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'

const none = new Map()
const means = (...names: string[]) => Object.fromEntries(columnsOf(names, none))

test.each([
  'Comment',
  'feedback',
  'comment_text',
  'commentText',
  'Comment Text:',
  'Submission',
  'body',
  'RESPONSE',
  'Your comment *',
  'Kommentar',
])('a column called %s holds the text', (name) => {
  expect(means('Shoe size', name)).toEqual({ text: name })
})

test('names, organisations, countries, addresses and dates are known in several spellings', () => {
  expect(
    means('First Name', 'last_name', 'Organisation', 'Country code', 'E-mail', 'submittedAt', 'text'),
  ).toEqual({
    'first-name': 'First Name',
    'last-name': 'last_name',
    organisation: 'Organisation',
    country: 'Country code',
    email: 'E-mail',
    date: 'submittedAt',
    text: 'text',
  })
  expect(means('Submitter Name', 'Company', 'Nationality', 'Date received', 'Email address')).toMatchObject({
    name: 'Submitter Name',
    organisation: 'Company',
    country: 'Nationality',
    date: 'Date received',
    email: 'Email address',
  })
})

test('columns of answers are answers to the questions they number', () => {
  expect(means('Q1', 'Question 2: For how long?', 'answer to question 10', 'Quantity')).toEqual({
    'question-1': 'Q1',
    'question-2': 'Question 2: For how long?',
    'question-10': 'answer to question 10',
  })
})

test('no column means two things, and what is told goes before what is guessed', () => {
  expect(Object.fromEntries(columnsOf(['comment', 'text'], new Map([['text', 'text']])))).toEqual({
    text: 'text',
  })
  expect(Object.fromEntries(columnsOf(['id', 'comment'], new Map([['name', 'id']])))).toEqual({
    name: 'id',
    text: 'comment',
  })
})
