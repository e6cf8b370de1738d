import { describe, expect, test } from 'vitest'
import { checkSummary } from './check-summary.ts'
import type { CitedWords, Held, SentenceToCheck } from './flags.ts'

const cited = (words: string, more: Partial<CitedWords> = {}): CitedWords => ({
  ...{ words, language: 'en', position: 'support', condition: '' },
  ...more,
})

function flagsOf(text: string, excerpts: readonly CitedWords[], more: Partial<SentenceToCheck> = {}) {
  const sentence = { id: 's', text, cited: excerpts, gone: 0, groups: ['users'], ...more }
  const framing = ['Civil society', 'private-sector']
  const checked = checkSummary({ language: 'en', sentences: [sentence], held: [], framing })
  return checked.sentences.get('s') ?? []
}
const kindsOf = (...given: Parameters<typeof flagsOf>) => flagsOf(...given).map(({ kind }) => kind)

const years = cited('Makers should promise security updates for at least five years after the last sale.')

describe('A sentence is flagged', () => {
  test('not at all, where it says in other forms what its excerpts say', () => {
    expect(
      flagsOf('Several users say that a maker promises security updating for 5 years.', [years]),
    ).toEqual([])
    expect(flagsOf('“Makers should promise security updates”', [years])).toEqual([])
  })

  test('where it cites nothing, and where it has no words', () => {
    expect(kindsOf('Makers should promise updates.', [])).toEqual(['cites-nothing'])
    expect(kindsOf('— 5 … 🙂', [years])).toEqual(['no-words'])
    expect(kindsOf('', [years])).toEqual(['no-words'])
  })

  test('where most of what it says stands in no excerpt, with the words', () => {
    expect(flagsOf('Retailers want a printed label in every shop.', [years])).toEqual([
      { kind: 'not-covered', words: ['Retailers', 'printed', 'label', 'shop'] },
    ])
  })

  test('for one number alone, in digits or in letters', () => {
    expect(flagsOf('Makers should promise security updates for ten years.', [years])).toEqual([
      { kind: 'number', words: ['ten'] },
    ])
    expect(kindsOf('Makers should promise security updates for 5 years after sale.', [years])).toEqual([])
    expect(kindsOf('2 commenters want makers to promise security updates.', [years, years])).toEqual([])
  })

  test('for one name alone', () => {
    expect(flagsOf('Makers such as Acme promise security updates after the last sale.', [years])).toEqual([
      { kind: 'name', words: ['Acme'] },
    ])
    expect(kindsOf('Civil society asks makers to promise security updates.', [years])).toEqual([])
  })

  test('for a negation that no excerpt has, unless it opposes', () => {
    expect(flagsOf('Makers should not promise security updates after the last sale.', [years])).toEqual([
      { kind: 'negation-added', words: ['not'] },
    ])
    const against = cited(years.words, { position: 'oppose' })
    expect(kindsOf('Makers should not promise security updates after the last sale.', [against])).toEqual([])
  })

  test('for a negation that it leaves out', () => {
    const label = cited('A label must not be mandatory for small makers.')
    expect(flagsOf('A label is mandatory for small makers.', [label])).toEqual([
      { kind: 'negation-dropped', words: ['not be mandatory'] },
    ])
    expect(kindsOf('No label is mandatory for small makers.', [label])).toEqual([])
  })

  test('where it drops the condition of a cited excerpt', () => {
    const condition = 'small firms get help for three years'
    const support = cited(`A label, if ${condition}.`, { position: 'support-with-condition', condition })
    expect(flagsOf('Users support a label.', [support])).toEqual([{ kind: 'condition-dropped', condition }])
    expect(flagsOf('Users support a label for firms.', [support])).toContainEqual({
      kind: 'condition-dropped',
      condition,
    })
    expect(kindsOf('Users support a label if small firms are helped.', [support])).toEqual([])
  })

  test('where what it cites is not posted any more', () => {
    expect(flagsOf('Makers promise updates.', [], { gone: 1 })).toEqual([{ kind: 'not-public', count: 1 }])
  })

  test('only as not to be checked by words, where it cites another language', () => {
    const french = cited('Cinq ans de mises à jour, c’est trop peu.', { language: 'fr' })
    expect(kindsOf('Makers should promise updates for longer.', [french])).toEqual(['other-language'])
  })

  test('in French as in English', () => {
    const sentence = { id: 's', gone: 0, groups: [] }
    const words = 'Les fabricants doivent garantir des mises à jour pendant cinq ans.'
    const check = (text: string) =>
      checkSummary({
        language: 'fr',
        held: [],
        framing: [],
        sentences: [{ ...sentence, text, cited: [cited(words, { language: 'fr' })] }],
      }).sentences.get('s')
    expect(check('Un fabricant garantit des mises à jour pendant 5 ans.')).toEqual([])
    expect(check('Les fabricants ne doivent pas garantir des mises à jour.')).toEqual([
      { kind: 'negation-added', words: ['ne', 'pas'] },
    ])
  })
})

describe('The whole is flagged', () => {
  const held: Held[] = [
    { group: 'users', position: 'support' },
    { group: 'academia', position: 'oppose' },
    { group: 'academia', position: 'oppose' },
  ]

  test('for groups and positions on the issue that no sentence cites, with how often they are held', () => {
    const sentences = [{ id: 's', text: 'x', cited: [years], gone: 0, groups: ['users'] }]
    expect(checkSummary({ language: 'en', sentences, held, framing: [] }).whole).toEqual([
      { kind: 'group-missing', group: 'academia', excerpts: 2 },
      { kind: 'position-missing', position: 'oppose', excerpts: 2 },
    ])
  })

  test('where it is empty', () => {
    expect(checkSummary({ language: 'en', sentences: [], held: [], framing: [] }).whole).toEqual([
      { kind: 'empty' },
    ])
  })
})

test('A sentence of 100 kB against as much is checked at once', () => {
  const long = Array.from({ length: 12_000 }, (_, at) => `word${at}x`).join(' ')
  expect(kindsOf(long, [cited(`${long} more`)])).toEqual([])
}, 5000)

test('Scripts without spaces and right-to-left scripts are read too', () => {
  const sentence = (language: string, text: string, words: string) =>
    checkSummary({
      ...{ language, held: [], framing: [] },
      sentences: [{ id: 's', text, gone: 0, groups: [], cited: [cited(words, { language })] }],
    }).sentences.get('s')
  expect(sentence('zh', '制造商应承诺安全更新。', '制造商应承诺五年的安全更新。')).toEqual([])
  expect(sentence('ar', 'التحديثات الأمنية مهمة', 'نريد التحديثات الأمنية لأنها مهمة')).toEqual([])
})
