import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type CampaignReport,
  findCampaigns,
  openComments,
  type RowRemark,
  USUAL_THRESHOLD,
} from '../analysis/index.ts'
import { type Columns, parseMap } from '../docket/index.ts'
import { holdPipes } from './hold-pipes.ts'
import { refusalSentence } from './import-refusals.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'FILE… [--threshold 0.8] [--map field=column,…] [--json]: find campaigns, comments that are near-duplicates of one another, in CSV, JSON or JSON Lines; no server is needed.'

interface Asked {
  files: string[]
  told: Columns
  threshold: number
  json: boolean
}

function readArguments(args: readonly string[]): Asked | { problem: string } {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      threshold: { type: 'string', default: String(USUAL_THRESHOLD) },
      map: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  })
  const threshold = Number(values.threshold)
  const missing = files.find((file) => !existsSync(file))
  const told = parseMap(values.map)
  if (files.length === 0) return { problem: 'Name the file to look through.' }
  if (missing !== undefined) return { problem: `There is no file ${missing}.` }
  if (!(threshold > 0 && threshold <= 1)) return { problem: '--threshold lies above 0 and is at most 1.' }
  if ('unknownField' in told) return { problem: `--map knows no field “${told.unknownField}”.` }
  if ('incomplete' in told)
    return { problem: `--map needs field=column; “${told.incomplete}” names no column.` }
  return { files, told, threshold, json: values.json }
}

function askedOf(args: readonly string[]): Asked | { problem: string } {
  try {
    return readArguments(args)
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

const LONGEST = 160
const MOST_SHOWN = 20

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

function tell({ out }: Context, report: CampaignReport, remarks: readonly RowRemark[]): void {
  const { comments, distinct, campaigns, stubs } = report
  const inCampaigns = campaigns.reduce((sum, { size }) => sum + size, 0)
  out(`${comments} comments, ${distinct} that say something of their own.`)
  out(`Campaigns: ${campaigns.length}, with ${inCampaigns} comments.`)
  for (const { size, template } of campaigns.slice(0, MOST_SHOWN))
    out(`${String(size).padStart(7)}  ${shortened(template)}`)
  if (campaigns.length > MOST_SHOWN) out('         … all of them come with --json.')
  out(`${stubs.length} are too short to tell, or only point to something else.`)
  if (remarks.length > 0) out(`Of the rows (${remarks.length}):`)
  for (const { file, row, reason } of remarks.slice(0, MOST_SHOWN)) out(`  ${file} row ${row}: ${reason}`)
  if (remarks.length > MOST_SHOWN) out('  … all of them come with --json.')
}

async function run(args: readonly string[], context: Context): Promise<number> {
  const asked = askedOf(args)
  if ('problem' in asked) {
    context.err(`${asked.problem}\nUsage: ./parley campaigns ${usage}`)
    return 2
  }
  const held = await holdPipes(asked.files)
  try {
    return await look({ ...asked, files: held.files }, context)
  } finally {
    await held.letGo()
  }
}

async function look(asked: Asked, context: Context): Promise<number> {
  const opened = await openComments(asked.files, asked.told)
  if ('refused' in opened) {
    context.err(`${opened.file}: ${refusalSentence(opened)}`)
    return 1
  }
  try {
    const report = await findCampaigns(opened.comments, asked.threshold)
    if (asked.json) context.out(JSON.stringify({ ...report, rows: opened.remarks }))
    else tell(context, report, opened.remarks)
    return 0
  } finally {
    await opened.close()
  }
}

export const campaigns: Verb = { name: 'campaigns', usage, run }
