import type { Seen } from '../../deliberations/seen.ts'
import { makeTable, type ToldConversation } from '../../polis-files/make-tables.ts'
import type { PolisKind } from '../../polis-files/model.ts'
import { fileNames, writeTable } from '../../polis-files/tables.ts'
import { columnsTable } from './columns.ts'
import { dataCard, licence, type Made } from './data-card.ts'

const [csv, text] = ['text/csv; charset=utf-8; header=present', 'text/plain; charset=utf-8']

interface Given {
  seen: Seen
  told: ToldConversation
  made: Made
}

interface GivenFile {
  mediaType: string
  write(given: Given): string
}

const table = (kind: PolisKind): [string, GivenFile] => [
  fileNames[kind],
  { mediaType: csv, write: ({ told }) => writeTable(makeTable(kind, told)) },
]

/** The files that are given out, by their names. */
export const givenFiles: ReadonlyMap<string, GivenFile> = new Map([
  [
    'README.md',
    { mediaType: 'text/markdown; charset=utf-8', write: ({ seen, made }) => dataCard(seen, made) },
  ],
  ['LICENCE.txt', { mediaType: text, write: licence }],
  ['columns.csv', { mediaType: csv, write: columnsTable }],
  table('comments'),
  table('votes'),
  table('participants'),
  table('summary'),
])
