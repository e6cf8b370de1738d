// Kill -9 of the app and of the database under load: nothing acknowledged is lost, nothing is doubled.
import { parseArgs } from 'node:util'
import { type Drilled, drillCrashes, plants } from './kit/crash-drill.ts'
import { holds } from './kit/stored-comments.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { app: text, database: text, plant: text } })
const plant = plants.find((one) => one === values.plant)
if (values.plant !== undefined && !plant) throw new Error(`--plant takes ${plants.join(' or ')}.`)
const ordinary = { app: plant === 'lazy-commit' ? 0 : 50, database: plant === 'early-answer' ? 0 : 50 }
const [app, database] = [Number(values.app ?? ordinary.app), Number(values.database ?? ordinary.database)]

const isSound = (drilled: Drilled): boolean =>
  holds(drilled) && drilled.contradicted === 0 && drilled.audit.code === 0 && drilled.left.length === 0

const { audit, ...counts } = await drillCrashes({ app, database, plant, tell: console.log })
console.log(counts)
console.log(audit.said)
const sound = isSound({ ...counts, audit })
if (plant)
  console.log(sound ? `The planted fault was NOT found: ${plant}.` : `The planted fault was found: ${plant}.`)
process.exitCode = sound === !plant ? 0 : 1
