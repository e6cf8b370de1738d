import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type Analysed,
  analyseComments,
  describeFiles,
  loadLanguages,
  openComments,
  remarkBook,
  reportFiles,
  rowsRead,
  USUAL_THRESHOLD,
  writeReport,
} from '../analysis/index.ts'
import { type Columns, parseMap } from '../docket/index.ts'
import { isLocale, type Locale, offeredLocales } from '../platform/i18n/index.ts'
import { systemClock } from '../platform/time.ts'
import { refusalSentence } from './import-refusals.ts'
import type { Context, Verb } from './verb.ts'

const usage =
  'FILE… -o FOLDER [--title T] [--lang en|fr] [--threshold 0.8] [--map field=column,…] [--force] [--json]: read comments in CSV, JSON or JSON Lines and write a report (a page and tables) into a folder; no server is needed.'

interface Asked {
  files: string[]
  told: Columns
  threshold: number
  json: boolean
  folder: string
  force: boolean
  subject: string | undefined
  locale: Locale
}

interface Problem {
  problem: string
}

const options = {
  out: { type: 'string', short: 'o' },
  title: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  threshold: { type: 'string', default: String(USUAL_THRESHOLD) },
  map: { type: 'string', default: '' },
  force: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const languages = offeredLocales.map(({ code }) => code).join(' or ')

function mapOf(words: string): Columns | Problem {
  const told = parseMap(words)
  if ('unknownField' in told) return { problem: `--map knows no field “${told.unknownField}”.` }
  if ('incomplete' in told)
    return { problem: `--map needs field=column; “${told.incomplete}” names no column.` }
  return told
}

function problemOf(files: readonly string[], { out, lang, threshold }: Record<string, unknown>) {
  const missing = files.find((file) => !existsSync(file))
  if (files.length === 0) return 'Name the file to read.'
  if (missing !== undefined) return `There is no file ${missing}.`
  if (typeof out !== 'string' || out === '') return 'Name the folder for the report with -o FOLDER.'
  if (typeof lang !== 'string' || !isLocale(lang)) return `The report is written in ${languages}.`
  return Number(threshold) > 0 && Number(threshold) <= 1
    ? undefined
    : '--threshold lies above 0 and is at most 1.'
}

function askedOf(args: readonly string[]): Asked | Problem {
  try {
    const { values, positionals: files } = parseArgs({ args: [...args], allowPositionals: true, options })
    const problem = problemOf(files, values)
    const told = mapOf(values.map)
    if (problem !== undefined) return { problem }
    if ('problem' in told) return told
    return {
      files,
      told,
      threshold: Number(values.threshold),
      json: values.json,
      folder: resolve(values.out ?? ''),
      force: values.force,
      subject: values.title,
      locale: values.lang as Locale,
    }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

/** What stands in the way of writing there, if anything: nobody's files are written over unasked, an input never. */
async function inTheWay({ folder, force, files }: Asked): Promise<string | undefined> {
  const targets = new Set(reportFiles.map((name) => join(folder, name)))
  const eaten = files.find((file) => targets.has(resolve(file)))
  if (eaten !== undefined) return `The report would be written over ${eaten}. Name another folder.`
  if (!existsSync(folder)) return undefined
  if (!(await stat(folder)).isDirectory()) return `${folder} is a file. Name a folder.`
  if (force || (await readdir(folder)).length === 0) return undefined
  return `The folder ${folder} is not empty. Say --force to write the report over an older one there.`
}

const MOST_SHOWN = 5

function tell({ out }: Context, analysed: Analysed, page: string): void {
  const { comments, distinct, campaigns, inCampaigns, stubs, breakdowns, rows } = analysed
  const top = (list: readonly (string | number)[]) => list.slice(0, MOST_SHOWN).join(', ')
  out(`${comments} comments in ${rowsRead(analysed)} rows; ${distinct} texts say something of their own.`)
  out(
    `Campaigns: ${campaigns.length}, with ${inCampaigns} comments; ${stubs} comments are too short to tell.`,
  )
  if (campaigns.length > 0) out(`Largest campaigns: ${top(campaigns.map(({ size }) => size))}.`)
  const told = breakdowns.language.filter(({ value }) => value !== undefined)
  out(`Languages: ${top(told.map(({ value = '', comments }) => `${value} ${comments}`))}.`)
  const [phrases] = analysed.phrases
  if (phrases) out(`Key phrases (${phrases.language}): ${top(phrases.phrases.map(({ phrase }) => phrase))}.`)
  const odd = Object.entries(rows.counts).filter(([, count]) => count > 0)
  if (odd.length > 0) out(`Of the rows: ${odd.map(([kind, count]) => `${kind} ${count}`).join(', ')}.`)
  out(page)
}

function forPrograms(analysed: Analysed, page: string): string {
  const { facts: _, standings: __, rows, ...told } = analysed
  return JSON.stringify({ ...told, rows: { read: rowsRead(analysed), ...rows.counts }, report: page })
}

async function analyse(asked: Asked, context: Context): Promise<number> {
  const { files, told, threshold, folder } = asked
  const rows = remarkBook()
  const opened = await openComments(files, told, rows.take)
  if ('refused' in opened) {
    context.err(`${opened.file}: ${refusalSentence(opened)}`)
    return 1
  }
  try {
    const tellLanguage = await loadLanguages()
    const analysed = await analyseComments(opened.comments, { threshold, tell: tellLanguage, rows })
    const at = systemClock.now()
    await writeReport(analysed, { ...asked, files: await describeFiles(files), at })
    const page = join(folder, 'index.html')
    if (asked.json) context.out(forPrograms(analysed, page))
    else tell(context, analysed, page)
    return 0
  } finally {
    await opened.close()
  }
}

async function run(args: readonly string[], context: Context): Promise<number> {
  const asked = askedOf(args)
  if ('problem' in asked) {
    context.err(`${asked.problem}\nUsage: ./parley analyse ${usage}`)
    return 2
  }
  try {
    const way = await inTheWay(asked)
    if (way === undefined) return await analyse(asked, context)
    context.err(way)
  } catch (error) {
    context.err((error as Error).message)
  }
  return 1
}

export const analyseVerb: Verb = { name: 'analyse', usage, run }
