import { readFile } from 'node:fs/promises'
import { kindOf, type PolisKind, problemIn } from './model.ts'
import { type Gathered, takeStatement, takeVote } from './read-tables.ts'

type Entry = Record<string, unknown>

export interface PolisList {
  kind: PolisKind | undefined
  entries: readonly Entry[]
}

/** A JSON file, or a sentence about what it is not. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch (error) {
    throw problemIn(file, undefined, `This is no JSON (${(error as Error).message}).`)
  }
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of votes or statements in JSON, known by the keys of its first entry; nothing where the file is no such list. */
export async function readList(file: string): Promise<PolisList> {
  const told = await readJson(file)
  if (!Array.isArray(told)) return { kind: undefined, entries: [] }
  const odd = told.findIndex((entry) => !isEntry(entry))
  if (odd >= 0) throw problemIn(file, odd + 1, 'This is no vote and no statement.')
  return { kind: kindOf(Object.keys(told[0] ?? {})), entries: told }
}

/** Reads such a list into what is gathered; an entry counts from 1. */
export function takeList(gathered: Gathered, file: string, { kind, entries }: PolisList): void {
  const take = kind === 'votes' ? takeVote : takeStatement
  for (const [at, entry] of entries.entries()) {
    const cell = (names: readonly string[]) => entry[names.find((name) => name in entry) ?? '']
    take(gathered, { cell, place: { file, row: at + 1 } })
  }
}
