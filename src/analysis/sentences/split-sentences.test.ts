import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

const split = (text: string, language = 'en') =>
  [...splitSentences(text, language)].map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test.each([
    ['en', 'We agree. We ask for more!  Do you?', ['We agree.', 'We ask for more!', 'Do you?']],
    ['en', 'See No. 5 Main Street. No. We refuse.', ['See No. 5 Main Street.', 'No.', 'We refuse.']],
    [
      'en',
      'Dr. J. Smith of the U.S. Senate wrote it. So did Mrs. Jones.',
      ['Dr. J. Smith of the U.S. Senate wrote it.', 'So did Mrs. Jones.'],
    ],
    [
      'en',
      'Fees, e.g. Postage, vary. It costs 3.50 a day.',
      ['Fees, e.g. Postage, vary.', 'It costs 3.50 a day.'],
    ],
    ['en', 'It is vague (see Art. 12). “Why?” we ask.', ['It is vague (see Art. 12).', '“Why?” we ask.']],
    [
      'fr',
      'M. Dupont refuse. L’art. 5 est clair, cf. Annexe II. Pourquoi ?',
      ['M. Dupont refuse.', 'L’art. 5 est clair, cf. Annexe II.', 'Pourquoi ?'],
    ],
    [
      'de',
      'Das gilt z.B. Für uns nicht, vgl. Nr. 7 der Liste. Warum?',
      ['Das gilt z.B. Für uns nicht, vgl. Nr. 7 der Liste.', 'Warum?'],
    ],
    ['zh', '我们支持这项提案。但是期限太短！为什么？', ['我们支持这项提案。', '但是期限太短！', '为什么？']],
    [
      'ar',
      'نحن نؤيد الاقتراح. هل المدة كافية؟ لا نعتقد ذلك.',
      ['نحن نؤيد الاقتراح.', 'هل المدة كافية؟', 'لا نعتقد ذلك.'],
    ],
  ])('in %s end where they end: %s', (language, text, sentences) => {
    expect(split(text, language)).toEqual(sentences)
  })

  test('of Thai are cut at a space after a breath', () => {
    const breath = 'เราต้องการการปรับปรุงความปลอดภัยสำหรับอุปกรณ์ทุกชิ้นที่ขายให้กับบ้านทุกหลัง'
    expect(split(`${breath} ${breath} ดี`, 'th')).toEqual([breath, breath, 'ดี'])
  })

  test('go on over a line that was only wrapped, and not over one that ended', () => {
    expect(
      split('The whole of this sentence was wrapped by a mail program\nAt some column. A heading\nAnother'),
    ).toEqual([
      'The whole of this sentence was wrapped by a mail program\nAt some column.',
      'A heading',
      'Another',
    ])
    expect(split('short\nbut wrapped')).toEqual(['short\nbut wrapped'])
  })

  test('of a list are its items, each with its number', () => {
    expect(split('We ask for:\n1. Updates for ten years\n2. A label.\n- and peace')).toEqual([
      'We ask for:',
      '1. Updates for ten years',
      '2. A label.',
      '- and peace',
    ])
  })

  test('cover every word of any text, in order, and overlap nowhere', () => {
    const awkward = fc.string({
      unit: fc.oneof(
        fc.constantFrom('.', ' ', '\n', 'No', '1', ')', '。', 'A', 'e.g', '\ud83e\udd89', '\ud800'),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
    })
    fc.assert(
      fc.property(awkward, fc.constantFrom('en', 'th', 'zh', 'xx', 'und'), (text, language) => {
        let reached = 0
        for (const { start, end } of splitSentences(text, language)) {
          expect(text.slice(reached, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          reached = end
        }
        expect(text.slice(reached).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test.each(['a', 'word ', 'No. ', 'a\n', '1. ', '\n', '漢', '! ', '🦉'])(
    'of a million times %j are found without delay, none longer than 5,000',
    (unit) => {
      let longest = 0
      for (const { start, end } of splitSentences(unit.repeat(1_000_000), 'en'))
        longest = Math.max(longest, end - start)
      expect(longest).toBeLessThanOrEqual(5000)
    },
  )
})
