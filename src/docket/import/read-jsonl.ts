import type { Row, UnreadRow } from './model.ts'
import { readLines } from './read-lines.ts'
import { say } from './words.ts'

function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Closes what a cut line left open, latest cut first, so that the fields before the cut can still be read. */
function mended(text: string): Record<string, unknown> | undefined {
  const withoutHalfEscape = text.replace(/\\(u[0-9a-f]{0,3})?$/i, '')
  for (const ending of ['"}', '}', '""}', ':""}', '":""}', ']}', '"]}', '"}]}', '}]}']) {
    const record = asRecord(parsed(withoutHalfEscape + ending))
    if (record) return record
  }
  return asRecord(parsed(`${withoutHalfEscape.replace(/,[^,]*$/, '')}}`))
}

/** The rows of a JSON Lines file: an object a line; empty lines are passed over. */
export async function* readJsonl(file: string): AsyncGenerator<Row | UnreadRow> {
  let row = 0
  for await (const { text, guessed } of readLines(file)) {
    const line = text.trim()
    if (line === '') continue
    row += 1
    const whole = asRecord(parsed(line))
    const record = whole ?? mended(line)
    if (!record) {
      yield { row, failed: say('noObject', { start: line.slice(0, 200) }) }
      continue
    }
    const warnings = [...(guessed ? [say('guessed')] : []), ...(whole ? [] : [say('cutLine')])]
    yield {
      row,
      cells: new Map(Object.entries(record).map(([name, value]) => [name, cellText(value)])),
      warnings,
    }
  }
}
