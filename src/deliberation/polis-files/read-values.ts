import { problemIn } from './model.ts'

/** Where a value stands, for the sentence about it. */
export interface Place {
  file: string
  row: number
}

const whole = /^[-+]?\d+(\.0*)?$/

/** 1 agree, −1 disagree, 0 pass. */
export function voteIn(value: unknown, { file, row }: Place): number {
  const told = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  const vote = whole.test(told) ? Number(told) + 0 : Number.NaN
  if (vote === 1 || vote === 0 || vote === -1) return vote
  throw problemIn(file, row, `“${String(value)}” is no vote. A vote is 1 (agree), -1 (disagree) or 0 (pass).`)
}

/** An id as it stands there, leading zeros and all. */
export function idIn(value: unknown, of: 'participant' | 'statement', { file, row }: Place): string {
  const id =
    typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
      ? String(value).trim()
      : ''
  if (id !== '') return id
  throw problemIn(file, row, `The vote or text names no ${of}.`)
}

/** Any number that grows with time; nothing where the cell is empty. */
export function timeIn(value: unknown, { file, row }: Place): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const time = Number(value)
  if (Number.isFinite(time)) return time
  throw problemIn(file, row, `“${String(value)}” is no time. A time is a number of milliseconds.`)
}

const yes = new Set(['true', 't', '1', 'yes'])
const no = new Set(['false', 'f', '0', 'no', '', 'null', 'undefined', 'none'])

/** Yes or no, however it is written: true, "True", 1. */
export function truthIn(value: unknown, { file, row }: Place): boolean {
  const told = String(value ?? '')
    .trim()
    .toLowerCase()
  if (yes.has(told)) return true
  if (no.has(told)) return false
  throw problemIn(file, row, `“${String(value)}” is neither true nor false.`)
}

/** Whether a statement was moderated out: −1 (0 is not yet screened, 1 is let in). */
export function isModeratedOut(value: unknown, { file, row }: Place): boolean {
  const told = String(value ?? '')
    .trim()
    .toLowerCase()
  if (told === '' || told === 'null' || told === 'true' || told === 'false') return told === 'false'
  const state = whole.test(told) ? Number(told) : Number.NaN
  if (state >= -1 && state <= 1) return state === -1
  throw problemIn(
    file,
    row,
    `“${String(value)}” is no state of moderation. It is -1 (out), 0 (not yet) or 1 (in).`,
  )
}
