import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { type Code, type CodeId, inTree, LONGEST_NAME, LONGEST_TEXT, MOST_CODES, PATH_SIGN } from './model.ts'
import type { ListedRow } from './read-list.ts'
import type { NewCode } from './store.ts'

export type RowProblem =
  | 'rowNameMissing'
  | 'rowNameLong'
  | 'rowTextLong'
  | 'rowTooManyCells'
  | 'rowNameTwice'
  | 'rowNameThere'
  | 'rowParentUnknown'
  | 'rowParentUnclear'
  | 'rowParentCircle'

export interface RowFault {
  row: number
  problem: RowProblem
  /** The words it is about. */
  words: string
}

export type CheckedList =
  | { codes: readonly NewCode[] }
  | { faults: readonly RowFault[] }
  | 'empty'
  | 'too-many'

interface Given {
  used: readonly Code[]
  at: Instant
  /** Names as the database compares them. */
  fold(name: string): string
}

interface Placed {
  id: CodeId
  listed?: ListedRow
}
type Fresh = Placed & { listed: ListedRow }

function faultOf({ name, definition, example, tooMany }: ListedRow): [RowProblem, string] | undefined {
  if (name === '') return ['rowNameMissing', '']
  if (name.length > LONGEST_NAME) return ['rowNameLong', `${name.slice(0, 60)}…`]
  if (definition.length > LONGEST_TEXT || example.length > LONGEST_TEXT) return ['rowTextLong', name]
  return tooMany ? ['rowTooManyCells', name] : undefined
}

const fault = (row: number, [problem, words]: [RowProblem, string]): RowFault => ({ row, problem, words })

/** The codes of a pasted list, parents first, or what is to be mended in which row. */
export function checkList(rows: readonly ListedRow[], given: Given): CheckedList {
  if (rows.length === 0) return 'empty'
  if (rows.length + given.used.length > MOST_CODES) return 'too-many'
  const faults = rows.flatMap((listed) => {
    const found = faultOf(listed)
    return found ? [fault(listed.row, found)] : []
  })
  if (faults.length > 0) return { faults }
  const linked = linkRows(rows, given)
  const wrong = [...linked.faults, ...namesTwice(linked.parents, given)]
  if (wrong.length > 0) return { faults: wrong.toSorted((a, b) => a.row - b.row) }
  return parentsFirst(linked.parents, given.used)
}

interface Linked {
  faults: RowFault[]
  parents: Map<Fresh, Placed | undefined>
}

/** What the rows and the codes that are there are called: by name, and by the path of names. */
function namesOf(fresh: readonly Fresh[], { used, fold }: Given): ReadonlyMap<string, readonly Placed[]> {
  const known = [
    ...fresh.map((one) => ({ name: one.listed.name, placed: one })),
    ...inTree(used).flatMap(({ code, path }) =>
      [...new Set([code.name, path])].map((name) => ({ name, placed: { id: code.id } })),
    ),
    ...fresh
      .filter(({ listed }) => listed.parent !== '')
      .map((one) => ({ name: one.listed.parent + PATH_SIGN + one.listed.name, placed: one })),
  ]
  const groups = Map.groupBy(known, ({ name }) => fold(name))
  return new Map([...groups].map(([name, all]) => [name, all.map(({ placed }) => placed)]))
}

/** Finds each row's parent: by its name, or its path of names, among the rows and the codes that are there. */
function linkRows(rows: readonly ListedRow[], given: Given): Linked {
  const fresh = rows.map((listed) => ({ id: newId<'code'>(given.at.getTime()), listed }))
  const byName = namesOf(fresh, given)
  const faults: RowFault[] = []
  const parents: Linked['parents'] = new Map()
  for (const one of fresh) {
    const { row, parent } = one.listed
    const found = parent === '' ? [] : (byName.get(given.fold(parent)) ?? [])
    const problem = found.length === 0 ? 'rowParentUnknown' : 'rowParentUnclear'
    if (parent !== '' && found.length !== 1) faults.push(fault(row, [problem, parent]))
    parents.set(one, found[0])
  }
  return { faults, parents }
}

function namesTwice(parents: Linked['parents'], { used, fold }: Given): RowFault[] {
  const key = (parent: CodeId | undefined, name: string) => `${parent ?? ''} ${fold(name)}`
  const there = new Set(used.map(({ parent, name }) => key(parent, name)))
  const listed = new Set<string>()
  return [...parents].flatMap(
    ([
      {
        listed: { row, name },
      },
      parent,
    ]) => {
      const own = key(parent?.id, name)
      if (there.has(own)) return [fault(row, ['rowNameThere', name])]
      if (listed.has(own)) return [fault(row, ['rowNameTwice', name])]
      listed.add(own)
      return []
    },
  )
}

/** Rows may name a parent that stands below them in the list; two that name each other hang on nothing. */
function parentsFirst(parents: Linked['parents'], used: readonly Code[]): CheckedList {
  const below = Map.groupBy(parents, ([, parent]) => (parent?.listed ? parent.id : undefined))
  const first = used.reduce((most, { position }) => Math.max(most, position + 1), 0)
  const codes: NewCode[] = []
  const waiting = (below.get(undefined) ?? []).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [{ id, listed }, parent] = next
    const { name, definition, example } = listed
    codes.push({ id, parent: parent?.id, position: first + codes.length, name, definition, example })
    waiting.push(...(below.get(id) ?? []).toReversed())
  }
  if (codes.length === parents.size) return { codes }
  const placed = new Set(codes.map(({ id }) => id))
  const lost = [...parents.keys()].filter(({ id }) => !placed.has(id))
  return { faults: lost.map(({ listed }) => fault(listed.row, ['rowParentCircle', listed.parent])) }
}
