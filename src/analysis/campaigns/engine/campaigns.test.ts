import { describe, expect, test } from 'vitest'
import { CampaignIndex } from './campaign-index.ts'
import { groupTexts } from './group-texts.ts'
import { plainly } from './plainly.ts'
import { areAlike, resemblance, ShingleReader } from './shingles.ts'

const grouped = (texts: readonly string[], threshold?: number) => {
  const index = new CampaignIndex(threshold)
  for (const text of texts) index.add(text)
  return groupTexts(index, texts.length)
}

const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ')
const letter =
  'I ask the ministry to require ten years of security updates for every connected device sold to homes, because people keep what they buy.'

describe('campaigns', () => {
  test('copies of a letter are one campaign, and a comment of its own is none', () => {
    const { campaigns, stubs, distinct } = grouped([letter, numbered(40), `${letter} Thank you.`, letter])
    expect(campaigns).toEqual([{ members: [0, 2, 3], template: 0 }])
    expect(stubs).toEqual([])
    expect(distinct).toBe(2)
  })

  test('capitals, signs, markup and entities make no difference', () => {
    const marked = `<p>${letter.toUpperCase().replaceAll(' ', '&nbsp; ')}</p>`
    expect(grouped([letter, marked]).campaigns).toEqual([{ members: [0, 1], template: 0 }])
  })

  test('one resembles another at four fifths of their shingles and not below', () => {
    const [alike, unlike] = [`${numbered(40)} ${numbered(9, 100)}`, `${numbered(40)} ${numbered(10, 100)}`]
    expect(grouped([numbered(40), alike]).campaigns).toHaveLength(1)
    expect(grouped([numbered(40), unlike]).campaigns).toHaveLength(0)
    expect(grouped([numbered(40), unlike], 0.7).campaigns).toHaveLength(1)
  })

  test('who resembles a member belongs to the campaign, as with links of a chain', () => {
    const chain = [0, 5, 10, 15].map((from) => numbered(60, from))
    expect(grouped(chain).campaigns.map(({ members }) => members)).toEqual([[0, 1, 2, 3]])
    expect(grouped([chain[0] ?? '', chain[3] ?? '']).campaigns).toEqual([])
  })

  test('the template is the wording that most of them share', () => {
    const variants = [`My name is Ada. ${letter}`, letter, `${letter} Yours, Grace`, letter]
    expect(grouped(variants).campaigns[0]?.template).toBe(1)
  })

  test('letters without spaces between words are compared letter by letter', () => {
    const said = '我希望政府要求每一件连接到互联网的设备都必须提供十年的安全更新'
    expect(
      grouped([said, `${said}谢谢`, '这是完全不同的另一个意见，我们反对新的规则和更多的费用']).campaigns,
    ).toEqual([{ members: [0, 1], template: 0 }])
  })

  test.each([
    'See attached file(s)',
    'Please see the attached comments from Example Devices Ltd.',
    'Attached please find our comments. Thank you for your consideration.',
    'Please see the attached comment letter submitted on behalf of the National Association of Example Makers.',
    'See attached comments of the State of Texas, Office of the Attorney General',
    'Veuillez trouver ci-joint notre contribution.',
    'Siehe bitte die beigefügte Stellungnahme unserer Organisation im Anhang.',
    'Véase el documento adjunto, por favor, gracias.',
    'yes',
    '👍👍👍',
    '',
  ])('“%s” makes no campaign, however often it comes', (stub) => {
    const { campaigns, stubs } = grouped([stub, stub, stub])
    expect(campaigns).toEqual([])
    expect(stubs).toEqual([0, 1, 2])
  })

  test('who points to a file and says what matters is heard', () => {
    const said =
      'See attached. Ten years of updates are affordable for small makers only if test reports are shared between countries.'
    expect(grouped([said, said]).campaigns).toHaveLength(1)
  })

  test.each([
    'Attached Garages Need Good Doors And Windows That Close In Winter.',
    'We support the joint submission by the Example Union.',
    'Devices attached to home networks need to be included in this rule.',
    'Costs must be <5% of revenue and the exemption is for makers that are >3 years old, say we.',
  ])('“%s” says something', (said) => {
    expect(grouped([said, said, numbered(40)]).campaigns).toHaveLength(1)
  })

  test('signs that begin no tag cost no more than others', () => {
    expect(grouped(['<'.repeat(200_000), letter, letter]).campaigns).toHaveLength(1)
  })

  test('one letter written in two ways of Unicode is one', () => {
    const said =
      'Les appareils connectés doivent être sûrs dès l’achat, réparés gratuitement et après cinq années'
    expect(grouped([said.normalize('NFC'), said.normalize('NFD')]).campaigns).toHaveLength(1)
  })

  test('a text of millions of words, right to left, or of half letters is read', () => {
    const long = numbered(200_000)
    const arabic = 'نطلب من الوزارة أن تشترط عشر سنوات من التحديثات الأمنية لكل جهاز متصل يباع للمنازل'
    const texts = [long, `${long} end`, arabic, `${arabic} شكرا`, '\ud800 '.repeat(30), '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 '.repeat(30)]
    expect(grouped(texts).campaigns.map(({ members }) => members)).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  test('the threshold lies above nothing and is at most all', () => {
    expect(() => new CampaignIndex(0)).toThrow(RangeError)
    expect(() => new CampaignIndex(1.1)).toThrow(RangeError)
  })
})

test('two texts are alike exactly where their resemblance reaches the threshold', () => {
  const read = (text: string) => new ShingleReader().read(plainly(text)).slice()
  const texts = Array.from({ length: 30 }, (_, at) => numbered(40, at % 7) + numbered(at % 9, 100 * at))
  for (const one of texts.map(read))
    for (const other of texts.map(read))
      for (const threshold of [0.3, 0.8, 1])
        expect(areAlike(one, other, threshold)).toBe(resemblance(one, other) >= threshold - 1e-12)
})
