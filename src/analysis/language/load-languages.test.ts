import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { loadLanguages } from './load-languages.ts'

const tell = await loadLanguages()

test.each([
  ['en', 'Security updates should be given for as long as a device is expected to be in use.'],
  ['fr', 'Les mises à jour de sécurité devraient être fournies pendant toute la durée de vie de l’appareil.'],
  ['ar', 'يجب أن تستمر التحديثات الأمنية طوال مدة استخدام الجهاز'],
  ['zh', '安全更新应在设备的整个使用寿命期间提供'],
  ['th', 'ควรมีการปรับปรุงความปลอดภัยตลอดอายุการใช้งานของอุปกรณ์'],
  ['el', 'Οι ενημερώσεις ασφαλείας πρέπει να παρέχονται για όλη τη διάρκεια ζωής της συσκευής'],
])('%s is told', (language, text) => {
  expect(tell(text)).toBe(language)
})

test.each(['', '   ', '12 345', '🦉🦉🦉', 'OK', 'https://example.org/de/die/und/der', '\ud800\udc00\ud800'])(
  'nothing is made of %j',
  (text) => expect(tell(text)).toBe('und'),
)

test('an address does not turn the language', () => {
  const words = 'Nous soutenons la proposition telle qu’elle est écrite aujourd’hui par la Commission.'
  expect(tell(`https://www.the-very-english-house.example.org/with/this/and/that ${words}`)).toBe('fr')
})

test('fifty megabytes are told by their beginning', () => {
  expect(tell('These words are said again and again. '.repeat(1_400_000))).toBe('en')
})

const file = sharedData('comments-eu/complete.jsonl')
test.skipIf(!file)('of texts of 60 characters or more, 98 % are in the language that their form says', () => {
  const lines = readFileSync(file ?? '', 'utf8')
    .trim()
    .split('\n')
  const texts = lines
    .map((line) => JSON.parse(line) as { feedback: string; language: string })
    .filter(({ feedback }) => feedback.length >= 60)
  const told = texts.filter(({ feedback, language }) => tell(feedback) === language.toLowerCase()).length
  const share = told / texts.length
  console.log(`Language as labelled: ${told} of ${texts.length}, ${(100 * share).toFixed(2)} %`)
  expect(texts).toHaveLength(1295)
  expect(share).toBeGreaterThanOrEqual(0.98)
})
