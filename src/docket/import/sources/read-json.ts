import { readFile, stat } from 'node:fs/promises'
import type { Row, UnreadRow } from '../model.ts'
import { isAnswer } from '../regulations-gov.ts'
import { say } from '../words.ts'
import { asRecord, parsed, readJsonl, rowsOfRecord, type Unnumbered } from './read-jsonl.ts'
import { type BytesRead, readLines } from './read-lines.ts'

/** A file that is one JSON text is read whole; larger ones must come as JSON Lines, which are read line by line. */
const megabytes = 64
const MOST_AT_ONCE = megabytes * 1024 * 1024
const lists = ['comments', 'submissions', 'responses', 'results', 'items', 'data', 'records', 'rows']

/** How many of the first lines are looked at to tell a line for each record from one text of many lines. */
const LINES_LOOKED_AT = 20

/** Whether the first line is a record, and whether any of the first is: the first may be damaged. */
async function firstLines(file: string): Promise<{ first: boolean; any: boolean }> {
  let [seen, first] = [0, false]
  for await (const { text } of readLines(file)) {
    if (text.trim() === '') continue
    const one = asRecord(parsed(text))
    const isOne = one !== undefined
    if (seen === 0) first = isOne && listIn(one) === undefined
    if (isOne) return { first, any: true }
    seen += 1
    if (seen === LINES_LOOKED_AT) break
  }
  return { first, any: seen === 0 }
}

const isRecords = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => asRecord(one) !== undefined)

/** The records that an object holds as a list, as answers of many systems do. */
const listIn = (one: Record<string, unknown>) => lists.map((name) => one[name]).find(isRecords)

/** The records of a JSON text: a list of them, an object that holds such a list, or one alone. */
function recordsIn(value: unknown): Record<string, unknown>[] | undefined {
  if (isRecords(value)) return value
  const one = asRecord(value)
  if (!one || isAnswer(one)) return one && [one]
  return listIn(one) ?? [one]
}

async function wholeFile(file: string): Promise<unknown> {
  const { size } = await stat(file)
  if (size > MOST_AT_ONCE) return undefined
  const text = new TextDecoder('utf-8').decode(await readFile(file))
  return parsed(text.replace(/^\ufeff/, ''))
}

/** The rows of a file that holds JSON: one text of it, or a line for each. A text that cannot be read whole is named once. */
export async function* readJson(
  file: string,
  read: BytesRead = { bytes: 0 },
): AsyncGenerator<Row | UnreadRow> {
  const lines = await firstLines(file)
  const records = lines.first ? undefined : recordsIn(await wholeFile(file))
  if (!records && lines.any) return yield* readJsonl(file, read)
  const rows = records?.flatMap((record) => rowsOfRecord(record)) ?? [
    { failed: say('jsonBroken', { megabytes }) },
  ]
  let row = 0
  for (const one of rows) {
    row += 1
    yield { ...one, row }
  }
}

/** The rows of one JSON file among many, without their numbers. */
export async function rowsOfJsonFile(file: string): Promise<Unnumbered[]> {
  const records = recordsIn(await wholeFile(file))
  if (!records) return [{ failed: say('jsonBroken', { megabytes }) }]
  return records.flatMap((record) =>
    isAnswer(record) ? rowsOfRecord(record) : [{ failed: say('noAnswer') }],
  )
}
