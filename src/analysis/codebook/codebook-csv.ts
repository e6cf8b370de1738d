import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../platform/text/index.ts'
import { type Code, inTree } from './model.ts'

const columns = ['name', 'definition', 'example', 'parent', 'ended', 'became', 'id']

/** The codebook as a table that can be pasted in again; codes no longer in use say what they became. */
export function codebookCsv(codes: readonly Code[]): string {
  const placed = inTree(codes)
  const paths = new Map(placed.map(({ code, path }) => [code.id, path]))
  const rows = placed.map(({ code: { id, name, definition, example, parent, ended } }) => [
    ...[name, definition, example, (parent && paths.get(parent)) ?? ''],
    ...[ended?.as ?? '', ended?.into.map((one) => paths.get(one) ?? '').join(' | ') ?? '', id],
  ])
  return stringify(rows, { header: true, columns, cast: { string: harmlessCell }, bom: true })
}
