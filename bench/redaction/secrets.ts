import { pick, seeded, upTo } from '../tamper/random.ts'

const syllables = ['zov', 'quil', 'mar', 'thex', 'bru', 'lond', 'vik', 'orr', 'pell', 'yst', 'gram', 'nev']
const accented = ['Éloï', 'Brûl', 'ançon', 'Zoë', 'Ñuñ', 'gård', 'Łęcz', 'söhr', 'Čap', 'řež']
const cyrillic = ['Вар', 'иса', 'Кром', 'ова', 'Щег', 'олев', 'Юрь', 'инск', 'Жда', 'нович']
const han = [...'楊凱琳趙靜雅鄭瑋鴻龐嵐曦檜垣薰蔣毓']

/** Words that stand nowhere else: names in four ways of writing, and numbers. */
export function makeSecret(seed: number): string {
  const draw = seeded(seed + 1)
  const some = (of: readonly string[], count: number) =>
    Array.from({ length: count }, () => pick(draw, of)).join('')
  const name = (of: readonly string[]) => {
    const word = some(of, 3).toLowerCase()
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const kinds = [
    () => `${name(syllables)} ${name(syllables)}`,
    () => `${name(accented)} ${name(accented)}`,
    () => `${name(cyrillic)} ${name(cyrillic)}`,
    () => some(han, 6),
    () => `+49 ${1_000_000_000 + upTo(draw, 1_000_000_000)}`,
  ]
  return (kinds[seed % kinds.length] ?? (() => ''))()
}
