import { tidyName } from '../../../platform/text/index.ts'
import { LIST, type SignatoryFields, signatoryField, type WrittenSignatory } from './model.ts'

type Fields = readonly (readonly [name: string, text: string])[]

const rowName = /^signatory-([1-9]\d{0,3})-(name|country|email)$/
const parts = ['name', 'country', 'email'] as const

export const noSignatories: Readonly<SignatoryFields> = { signatories: [], signatoryList: '' }

export const isSignatoryField = (name: string): boolean => name === LIST || rowName.test(name)

/** The organisations among the fields of a form, as they were typed; rows left empty fall away. */
export function readSignatoryFields(fields: Fields): SignatoryFields {
  const rows = new Map<number, WrittenSignatory>()
  for (const [field, text] of fields) {
    const [, row, part] = rowName.exec(field) ?? []
    if (!part || text.trim() === '') continue
    const known = rows.get(Number(row)) ?? { name: '', country: '', email: '' }
    rows.set(Number(row), { ...known, [part]: part === 'name' ? tidyName(text) : text.trim() })
  }
  const list = fields.findLast(([field]) => field === LIST)?.[1].trim() ?? ''
  const signatories = [...rows].sort(([one], [other]) => one - other).map(([, written]) => written)
  return {
    signatories,
    signatoryList: list
      .split(/\r\n?|\n/)
      .map(tidyName)
      .join('\n'),
  }
}

/** The same as hidden fields, so that a page in between loses nothing. */
export function fieldsOfSignatories({ signatories, signatoryList }: SignatoryFields): Fields {
  return [
    ...signatories.flatMap((one, row) =>
      parts.map((part) => [signatoryField(row + 1, part), one[part]] as const),
    ),
    [LIST, signatoryList],
  ]
}
