import { type Columns, type Field, isField, isUnmapped, MOST_COLUMNS } from './columns.ts'
import { type Glance, saysSomething } from './inspect.ts'
import { type Handling, naming, postings } from './jobs/model.ts'
import type { CheckProblem } from './pages/check-page.tsx'

export type CheckForm = Readonly<Record<string, string>>

/** What a person said about each column, in the order of the columns; what is none of our fields says nothing. */
export function toldIn(
  form: CheckForm,
  { columns }: Glance,
  before: Columns,
): { told: Columns; problems: CheckProblem[] } {
  const told = new Map<Field, string>([...before].filter(([, column]) => isNotAsked(before, column, columns)))
  const problems: CheckProblem[] = []
  for (const [at, column] of columns.entries()) {
    const field = form[`column-${at}`] ?? ''
    if (!isField(field)) continue
    if (told.has(field)) problems.push({ kind: 'twice', at, field })
    else told.set(field, column)
  }
  return { told, problems: saysSomething(told) ? problems : [{ kind: 'no-text' }, ...problems] }
}

/** The page asks neither about fields that nobody maps nor about columns past its last: these stay as they were told. */
function isNotAsked(before: Columns, column: string, columns: readonly string[]): boolean {
  const [field] = [...before].find(([, one]) => one === column) ?? []
  const at = columns.indexOf(column)
  return field !== undefined && (isUnmapped(field) || at >= MOST_COLUMNS)
}

function oneOf<Value extends string>(
  values: readonly Value[],
  text: string | undefined,
  usual: Value,
): Value {
  return values.find((value) => value === text) ?? usual
}

export function handlingIn(form: CheckForm, before: Handling): Handling {
  return {
    ...before,
    posting: oneOf(postings, form['posting'], before.posting),
    names: oneOf(naming, form['names'], before.names),
  }
}
