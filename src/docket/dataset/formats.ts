import type { WritePiece } from '../../platform/http/index.ts'
import type { Process } from '../../processes/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { WholeCommentBody } from '../reading/schemas.ts'
import { columnsFor } from './columns.ts'
import { csvLine } from './csv.ts'
import { regulationsColumns, regulationsRow } from './regulations-gov.ts'

export interface About {
  request: RequestForComment
  process: Process
}

type Bodies = AsyncIterable<WholeCommentBody>
type WriteFormat = (write: WritePiece, bodies: Bodies, about: About) => Promise<void>

async function writeTable(
  write: WritePiece,
  bodies: Bodies,
  names: readonly string[],
  row: (body: WholeCommentBody) => string[],
): Promise<void> {
  await write(csvLine(names))
  for await (const body of bodies) await write(csvLine(row(body)))
}

interface Format {
  mediaType: string
  write: WriteFormat
}

/** The files in which a docket's comments are offered, by their name. */
export const formats: Readonly<Record<'comments.jsonl' | 'comments.csv' | 'regulations-gov.csv', Format>> = {
  'comments.jsonl': {
    mediaType: 'application/x-ndjson',
    async write(write, bodies) {
      for await (const body of bodies) await write(`${JSON.stringify(body)}\n`)
    },
  },
  'comments.csv': {
    mediaType: 'text/csv; charset=utf-8; header=present',
    async write(write, bodies, { request }) {
      const columns = columnsFor(request)
      const names = columns.map(({ name }) => name)
      await writeTable(write, bodies, names, (body) => columns.map(({ cell }) => cell(body)))
    },
  },
  'regulations-gov.csv': {
    mediaType: 'text/csv; charset=utf-8; header=present',
    write: (write, bodies, { request, process }) =>
      writeTable(write, bodies, regulationsColumns, (body) => regulationsRow(body, request, process)),
  },
}

export type FormatName = keyof typeof formats

export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name)
