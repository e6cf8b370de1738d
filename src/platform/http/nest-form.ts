type Fields = Record<string, unknown>

const rowField = /^([a-zA-Z]+)\.(\d{1,3})\.([a-zA-Z]+)$/

function rowOf(rows: Map<string, Map<number, Fields>>, list: string, at: number): Fields {
  const byPosition = rows.get(list) ?? new Map<number, Fields>()
  rows.set(list, byPosition)
  const row = byPosition.get(at) ?? Object.create(null)
  byPosition.set(at, row)
  return row
}

/** `issues.2.title` becomes the title of a row in `issues`, gaps closed; any other name stays as it is. */
export function nestForm(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const nested: Fields = Object.create(null)
  const rows = new Map<string, Map<number, Fields>>()
  for (const [name, value] of Object.entries(body)) {
    const [, list, at, field] = rowField.exec(name) ?? []
    if (list && at && field) rowOf(rows, list, Number(at))[field] = value
    else nested[name] = value
  }
  for (const [list, byPosition] of rows) {
    nested[list] = [...byPosition].sort(([a], [b]) => a - b).map(([, row]) => row)
  }
  return nested
}
