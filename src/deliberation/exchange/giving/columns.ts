import { stringify } from 'csv-stringify/sync'
import { defaultLocale } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

const t = words.in(defaultLocale)

/** Each column of each file, with the key of the words that say what it holds. */
const columns = [
  ['comments.csv', 'timestamp', 'timestamp'],
  ['comments.csv', 'datetime', 'datetime'],
  ['comments.csv', 'comment-id', 'statement'],
  ['comments.csv', 'author-id', 'author'],
  ['comments.csv', 'agrees', 'agrees'],
  ['comments.csv', 'disagrees', 'disagrees'],
  ['comments.csv', 'moderated', 'moderated'],
  ['comments.csv', 'comment-body', 'body'],
  ['votes.csv', 'timestamp', 'timestamp'],
  ['votes.csv', 'datetime', 'datetime'],
  ['votes.csv', 'comment-id', 'statement'],
  ['votes.csv', 'voter-id', 'voter'],
  ['votes.csv', 'vote', 'vote'],
  ['participants-votes.csv', 'participant', 'voter'],
  ['participants-votes.csv', 'group-id', 'group'],
  ['participants-votes.csv', 'n-comments', 'proposed'],
  ['participants-votes.csv', 'n-votes', 'votes'],
  ['participants-votes.csv', 'n-agree', 'agreed'],
  ['participants-votes.csv', 'n-disagree', 'disagreed'],
  ['participants-votes.csv', '(number)', 'cell'],
] as const

/** What each column holds, as a table beside the files. */
export const columnsTable = (): string =>
  stringify(
    columns.map(([file, column, key]) => [file, column, t(`column-${key}`)]),
    { header: true, columns: ['file', 'column', 'meaning'] },
  )
