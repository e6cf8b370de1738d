import type { DocketRefusal, ImportRefusal } from '../docket/index.ts'

type Refusal = ImportRefusal | DocketRefusal | { refused: 'no-request'; docket: string }
type Of<Reason extends Refusal['refused']> = Extract<Refusal, { refused: Reason }>

const sentences: { [Reason in Refusal['refused']]: string | ((refusal: Of<Reason>) => string) } = {
  'no-such-column': ({ column }) => `The file has no column “${column}”.`,
  'no-text-column': ({ columns }) =>
    `No column holds the text. Say which with --map text=COLUMN. Columns: ${columns.join(', ')}.`,
  'zip-damaged': 'The ZIP is damaged.',
  'zip-too-large': 'The ZIP unpacks to more than 8 GB or 200,000 files.',
  'zip-encrypted': 'The ZIP is under a password.',
  workbook: 'This is a workbook or a document, not a table. Save the sheet as CSV.',
  empty: 'There is nothing in it.',
  'no-table': 'There is no table among the files: a CSV that names each file and whose it is.',
  'not-a-table': 'This is neither CSV nor JSON. A spreadsheet can be saved as CSV.',
  'many-tables': ({ tables }) =>
    `Several tables, and no telling which one describes the files: ${tables.join(', ')}.`,
  'no-docket': 'No request is named, and there is no docket in it to make one of. Say --request DOCKET.',
  'several-dockets': ({ dockets }) =>
    `It holds several dockets (${dockets.join(', ')}). Bring one at a time.`,
  'no-dates': ({ docket }) =>
    `The docket ${docket} names no dates for comments. Make the request with ./parley request ${docket} --title …, then say --request ${docket}.`,
  'no-docket-number': ({ docket }) => `“${docket}” cannot be a docket number here. Say --request DOCKET.`,
  'no-request': ({ docket }) =>
    `There is no request ${docket}. Make one with ./parley request ${docket} --title …`,
}

export function refusalSentence<Reason extends Refusal['refused']>(refusal: Of<Reason>): string {
  const sentence = sentences[refusal.refused as Reason]
  return typeof sentence === 'string' ? sentence : sentence(refusal)
}
