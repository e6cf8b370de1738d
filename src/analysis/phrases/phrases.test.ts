import { describe, expect, test } from 'vitest'
import { keyPhrases } from './key-phrases.ts'
import { PhraseCounter } from './phrase-counter.ts'
import { phrasesIn } from './phrases-in.ts'
import { stopWordsOf } from './stop-words.ts'
import { tellingPhrases } from './telling-phrases.ts'

const counted = (language: string, ...texts: string[]) => {
  const counter = new PhraseCounter(language)
  for (const text of texts) counter.add(text)
  return keyPhrases(counter, 20).map(({ phrase, texts }) => [phrase, texts])
}

describe('key phrases', () => {
  test('are what several texts speak of, and none stands in one text alone', () => {
    const found = counted(
      'en',
      'We ask for security updates for ten years.',
      'The security updates, and the right to repair!',
      'A right to repair for everybody; my neighbour’s cat agrees.',
    )
    expect(found).toEqual([
      ['right to repair', 2],
      ['security updates', 2],
    ])
  })

  test('neither begin nor end with a word that only carries the sentence, nor cross a pause', () => {
    const phrases = [...phrasesIn('The cost of repair. Updates for all', 'en', stopWordsOf('en')).keys()]
    expect(phrases).toEqual(['cost', 'repair', 'cost of repair', 'updates'])
  })

  test('are shown as they stand within a sentence, with and without hyphen alike', () => {
    const found = counted('en', 'Open-Source tools', 'open source tools', 'OPEN SOURCE tools')
    expect(found).toEqual([['open source tools', 3]])
  })

  test.each([
    ['zh', ['安全更新非常重要。', '我们需要安全更新。'], '安全'],
    ['th', ['ความปลอดภัยสำคัญมาก', 'เราต้องการความปลอดภัย'], 'ปลอดภัย'],
    ['ar', ['التحديثات الأمنية ضرورية', 'نريد التحديثات الأمنية'], 'التحديثات الأمنية'],
    [
      'de',
      ['Die digitale Souveränität ist wichtig', 'Ohne digitale Souveränität geht es nicht'],
      'digitale Souveränität',
    ],
  ])('are found in %s', (language, texts, phrase) => {
    expect(
      counted(language, ...texts)
        .map(([shown]) => String(shown))
        .join('|'),
    ).toContain(phrase)
  })

  test('of a language without a list leave out what is short and everywhere', () => {
    const texts = Array.from({ length: 12 }, (_, at) => `ta zobra ${at % 2 ? 'kelmi' : 'brundo'} ta`)
    expect(counted('xx', ...texts).map(([phrase]) => phrase)).not.toContain('ta')
  })

  test('are counted in bounded room, and what is met often is not lost by it', () => {
    const counter = new PhraseCounter('en', 500)
    for (let at = 0; at < 400; at += 1)
      counter.add(`word${at} thing${at} matter${at}. ${at % 2 ? 'Digital sovereignty' : ''}`)
    expect(keyPhrases(counter, 1)[0]?.phrase.toLowerCase()).toBe('digital sovereignty')
    expect(counter.missed).toBeGreaterThan(0)
    expect(keyPhrases(counter, 1)[0]?.texts).toBeLessThanOrEqual(200)
  })

  test('of one comment of fifty megabytes are read in its beginning', () => {
    expect(counted('en', 'word salad is long. '.repeat(2_500_000), 'word salad')).toEqual([['word salad', 2]])
  })

  test('of strange signs make no trouble', () => {
    for (const text of [
      '',
      '\ud800',
      '🦉🦉🦉',
      '-'.repeat(100_000),
      '\u0301'.repeat(1000),
      'a'.repeat(1_000_000),
    ])
      expect(counted('en', text, text).length).toBeLessThanOrEqual(1)
  })
})

test('what a group says more than the others is told, and what all say is not', () => {
  const counter = new PhraseCounter('en')
  for (let at = 0; at < 60; at += 1)
    counter.add(
      `Security matters. ${at < 20 ? 'Procurement rules hurt suppliers.' : 'Linux desktops help families.'}`,
      at < 20 ? 1 : 2,
    )
  const [first] = tellingPhrases(counter, 1, 5)
  expect(first).toMatchObject({ inGroup: 20, texts: 20 })
  const said = tellingPhrases(counter, 1, 50).map(({ phrase }) => phrase)
  expect(said.join(' ')).toMatch(/procurement/i)
  expect(said.join(' ')).not.toMatch(/security|linux/i)
})
