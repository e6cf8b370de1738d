import { describe, expect, test } from 'vitest'
import { cuePositions } from './cue-positions.ts'

const told = (text: string, language = 'en') =>
  [...cuePositions(text, language)].map(({ position, words }) => [
    position,
    text.slice(words.start, words.end),
  ])

describe('positions that words show', () => {
  test.each([
    ['en', 'We strongly support the proposal.', 'support', 'strongly support'],
    ['en', 'I am in favor of longer support periods.', 'support', 'am in favor of'],
    ['en', 'We support the rule, provided that small firms are exempt.', 'support-with-condition', 'support'],
    ['en', 'We don’t support this rule.', 'oppose', 'support'],
    ['en', 'The association opposes the amendment.', 'oppose', 'opposes'],
    ['en', 'I am against it.', 'oppose', 'am against'],
    ['fr', 'Nous soutenons cette proposition.', 'support', 'soutenons'],
    [
      'fr',
      'Nous y sommes favorables, à condition que les délais soient tenus.',
      'support-with-condition',
      'sommes favorables',
    ],
    ['fr', 'Je m’oppose à ce texte.', 'oppose', 'm’oppose'],
    ['fr', "Je m'oppose à ce texte.", 'oppose', "m'oppose"],
    ['fr', 'Nous ne soutenons pas ce projet.', 'oppose', 'soutenons'],
  ])('in %s: %s', (language, text, position, words) => {
    expect(told(text, language)).toEqual([[position, words]])
  })

  test('a question is one, whole', () => {
    expect(told('Who pays? We agree with the aim.')).toEqual([
      ['question', 'Who pays?'],
      ['support', 'agree with'],
    ])
    expect(told('Combien cela coûtera-t-il ?', 'fr')).toEqual([['question', 'Combien cela coûtera-t-il ?']])
  })

  test('nothing is said where both sides are cued, where a “not” only softens, or in a language that is not known', () => {
    expect(told('We support the aim but oppose the means.')).toEqual([])
    expect(told('We do not oppose it.')).toEqual([])
    expect(told('Wir unterstützen das.', 'de')).toEqual([])
    expect(told('The sky is blue.')).toEqual([])
  })

  test.each(['support ', 'a', 'not ', 'urge the ', '? '])(
    'of a million times %j is told without delay',
    (unit) => {
      expect(told(unit.repeat(1_000_000)).length).toBeGreaterThanOrEqual(0)
    },
  )
})
