import { after, parseInstant } from '../../platform/time.ts'
import { foldVotes, type VoteMatrix } from '../mathematics/fold-votes.ts'
import type { VoteLog } from '../mathematics/vote-log.ts'
import type { PolisKind, PolisTable } from './model.ts'

/** A statement as Polis' table of comments has it. */
export interface ToldStatement {
  id: string
  /** The participant who proposed it; '' where it was seeded. */
  author: string
  /** Milliseconds since 1970. */
  at: number
  /** −1 out, 0 not yet screened, 1 in. */
  moderated: -1 | 0 | 1
  text: string
}

export interface ToldConversation {
  topic: string
  description: string
  url: string
  /** Left out where nobody counts them. */
  views?: number
  /** All votes, re-votes too; `at` in milliseconds since 1970. */
  log: VoteLog
  statements: readonly ToldStatement[]
  /** The opinion group of each participant, by place in the log's list; −1 for none. */
  groupOf: Int32Array
}

const epoch = parseInstant('1970-01-01T00:00:00Z')
const dateOf = (at: number): string => (epoch && Number.isFinite(at) ? after(epoch, at).toISOString() : '')

function votesTable({ participants, statements, participant, statement, value, at }: VoteLog): PolisTable {
  return {
    columns: ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'],
    rows: Array.from(value, (vote, nth) => {
      const time = at?.[nth]
      const when = time === undefined ? ['', ''] : [String(time), dateOf(time)]
      return [
        ...when,
        statements[statement[nth] ?? -1] ?? '',
        participants[participant[nth] ?? -1] ?? '',
        String(vote),
      ]
    }),
  }
}

/** One participant's votes, a cell a statement; empty where they did not see it. */
function cellsOf({ statements, start, column, value }: VoteMatrix, row: number) {
  const cells = new Array<string>(statements.length).fill('')
  const counts = { votes: 0, agree: 0, disagree: 0 }
  for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at += 1) {
    const vote = value[at] ?? 0
    cells[column[at] ?? -1] = String(vote)
    counts.votes += 1
    counts.agree += Number(vote > 0)
    counts.disagree += Number(vote < 0)
  }
  return { cells, counts }
}

function participantsTable({ log, statements, groupOf }: ToldConversation): PolisTable {
  const matrix = foldVotes(log)
  const proposed = new Map<string, number>()
  for (const { author } of statements) proposed.set(author, (proposed.get(author) ?? 0) + 1)
  return {
    columns: [
      'participant',
      'group-id',
      'n-comments',
      'n-votes',
      'n-agree',
      'n-disagree',
      ...matrix.statements,
    ],
    rows: matrix.participants.map((id, row) => {
      const { cells, counts } = cellsOf(matrix, row)
      const group = groupOf[row] ?? -1
      const numbers = [proposed.get(id) ?? 0, counts.votes, counts.agree, counts.disagree]
      return [id, group < 0 ? '' : String(group), ...numbers.map(String), ...cells]
    }),
  }
}

function commentsTable({ log, statements }: ToldConversation): PolisTable {
  const { statements: ids, start, column, value } = foldVotes(log)
  const [agrees, disagrees] = [new Int32Array(ids.length), new Int32Array(ids.length)]
  for (let at = 0; at < (start.at(-1) ?? 0); at += 1) {
    const count = { '1': agrees, '-1': disagrees }[String(value[at])]
    if (count) count[column[at] ?? -1] = (count[column[at] ?? -1] ?? 0) + 1
  }
  const place = new Map(ids.map((id, at) => [id, at]))
  const counted = (counts: Int32Array, id: string) => String(counts[place.get(id) ?? -1] ?? 0)
  return {
    columns: [
      'timestamp',
      'datetime',
      'comment-id',
      'author-id',
      'agrees',
      'disagrees',
      'moderated',
      'comment-body',
    ],
    rows: statements.map(({ id, author, at, moderated, text }) => [
      ...[
        String(at),
        dateOf(at),
        id,
        author,
        counted(agrees, id),
        counted(disagrees, id),
        String(moderated),
        text,
      ],
    ]),
  }
}

function summaryTable({
  topic,
  description,
  url,
  views,
  log,
  statements,
  groupOf,
}: ToldConversation): PolisTable {
  const voters = new Set(log.participant).size
  const authors = new Set(statements.map(({ author }) => author).filter((author) => author !== ''))
  const inGroups = groupOf.filter((group) => group >= 0)
  const told = {
    ...{ url, views: views ?? '', voters, 'voters-in-conv': inGroups.length, commenters: authors.size },
    ...{
      comments: statements.length,
      groups: new Set(inGroups).size,
      'conversation-description': description,
    },
  }
  return { columns: ['topic', topic], rows: Object.entries(told).map(([key, value]) => [key, String(value)]) }
}

const makers: Record<PolisKind, (told: ToldConversation) => PolisTable> = {
  comments: commentsTable,
  votes: ({ log }) => votesTable(log),
  participants: participantsTable,
  summary: summaryTable,
}

/** One of the four tables that Polis exports of a conversation. */
export const makeTable = (kind: PolisKind, told: ToldConversation): PolisTable => makers[kind](told)
