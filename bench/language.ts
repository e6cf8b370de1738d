// How often the language of a text is told as its form says, by length, and how fast.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { loadLanguages } from '../src/analysis/language/load-languages.ts'
import { sharedData } from '../src/platform/testing/shared-data.ts'
import { whole } from './kit/numbers.ts'

const file = sharedData('comments-eu/complete.jsonl')
if (!file) throw new Error('The bench needs ../shared/data/comments-eu.')
const texts = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { feedback: string; language: string })

const started = performance.now()
const tell = await loadLanguages()
console.log(`loaded in ${(performance.now() - started).toFixed(0)} ms`)

for (const [from, below] of [
  [0, 60],
  [60, 200],
  [200, Number.POSITIVE_INFINITY],
  [60, Number.POSITIVE_INFINITY],
] as const) {
  const some = texts.filter(({ feedback }) => feedback.length >= from && feedback.length < below)
  const begun = performance.now()
  const told = some.filter(({ feedback, language }) => tell(feedback) === language.toLowerCase()).length
  const speed = (1000 * some.length) / (performance.now() - begun)
  console.log(
    `${from} to ${below} characters: ${told} of ${some.length} as labelled, ${((100 * told) / some.length).toFixed(2)} %, ${whole(speed)}/s`,
  )
}
