// Words to be left out, hidden in every place that documents have: none is found in anything that is published.
import { parseArgs } from 'node:util'
import { makeCases } from './redaction/cases.ts'
import { drillRedaction } from './redaction/drill.ts'
import { places } from './redaction/places.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { documents: text, plant: text, place: text } })
const plant = places.find((one) => one === values.plant)
if (values.plant !== undefined && !plant) throw new Error(`--plant takes one of: ${places.join(', ')}.`)
const of = places.filter((one) => one === (values.place ?? one))
const cases = makeCases(Number(values.documents ?? (plant ? 5 : 200)), plant ? [plant] : of)

const { fates, hits, tools, cases: count } = await drillRedaction({ cases, plant, tell: console.log })
for (const [place, told] of fates)
  console.log(`${place.padEnd(20)} ${[...told].map(([fate, times]) => `${fate} ${times}`).join(', ')}`)
console.log(
  `${count} documents. Searched by our own decoders, the docket’s search and ${tools.here.join(', ')}.`,
)
if (tools.missing.length > 0)
  console.log(`NOT searched by, since not on this machine: ${tools.missing.join(', ')}.`)
console.log(`${hits.length} hits.`)
const held = [...(fates.get('nothing') ?? [])].filter(([fate]) => fate !== 'offered')
if (held.length > 0) console.log('Documents that hide nothing were held back.')
if (plant)
  console.log(
    hits.length > 0 ? `The planted place was found: ${plant}.` : `The planted place was NOT found: ${plant}.`,
  )
process.exitCode = (hits.length === 0 && held.length === 0) === !plant ? 0 : 1
