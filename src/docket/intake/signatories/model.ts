import { LONGEST_SIGNATORY, MOST_SIGNATORIES } from '../../comments/signatories/model.ts'

/** One organisation that signs too, as it was typed. */
export interface WrittenSignatory {
  name: string
  country: string
  email: string
}

/** What the form of a joint comment holds beside all else. */
export interface SignatoryFields {
  signatories: WrittenSignatory[]
  /** More of them, one on each line. */
  signatoryList: string
}

export type SignatoryProblemKind =
  | 'signatoriesMany'
  | 'signatoryNameMissing'
  | 'signatoryNameLong'
  | 'signatoryCountryUnknown'
  | 'signatoryEmailWrong'
  | 'signatoryTwice'
  | 'signatoryEmailTwice'
  | 'signatoryIsSender'
  | 'signatoryLineUnread'
  | 'coalitionMissing'
  | 'coalitionUnknown'
  | 'coalitionEmpty'

interface SignatoryProblem {
  field: string
  kind: SignatoryProblemKind
  values?: Record<string, string | number>
}

type CountryNamed = (text: string) => string | undefined

interface Choices {
  isAddress(text: string): boolean
  countryNamed: CountryNamed
}

export const LIST = 'signatoryList'

export const signatoryField = (row: number, part: keyof WrittenSignatory): string =>
  `signatory-${row}-${part}`

const cell = /\s*("(?:[^"]|"")*"|[^,;\t]*)\s*(?:[,;\t]|$)/y

/** The cells of a line as a spreadsheet saves them, with commas, semicolons or tabs between. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  cell.lastIndex = 0
  while (cell.lastIndex < line.length) {
    const [, text = ''] = cell.exec(line) ?? []
    if (cell.lastIndex === 0) return [line]
    cells.push(
      text
        .replace(/^"(.*)"$/s, '$1')
        .replaceAll('""', '"')
        .trim(),
    )
  }
  return cells
}

const separates = /[\s,;]/

/** Without the spaces and separators at its end; a regular expression would begin anew at each of many. */
function withoutTail(text: string): string {
  let end = text.length
  while (end > 0 && separates.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** What stands before an address in angle brackets at the end of a line, and the address. */
function addressed(line: string): { before: string; address: string } | undefined {
  const text = withoutTail(line)
  const start = text.lastIndexOf('<')
  const address = text.slice(start + 1, -1)
  if (start < 0 || !text.endsWith('>') || address.includes('>')) return undefined
  return { before: withoutTail(text.slice(0, start)), address }
}

const header = /^(organi[sz]ation|name|nom|organisme)$/i

/** A line without an address or a country is a name, whatever marks stand in it: “Locks, Inc.” */
function signatoryOf(line: string, countryNamed: CountryNamed): WrittenSignatory | undefined {
  const { before = '', address } = addressed(line) ?? {}
  const [name = '', ...rest] = cellsOf(address === undefined ? line : before)
  const others = rest.filter((text) => text !== '')
  const email = others.find((text) => text.includes('@'))
  const country = others.find((text) => text !== email && countryNamed(text) !== undefined)
  const unread = others.filter((text) => text !== email && text !== country)
  if (unread.length > 0 && email === undefined && country === undefined)
    return { name: address === undefined ? line : before, country: '', email: address ?? '' }
  return unread.length > 0 ? undefined : { name, country: country ?? '', email: address ?? email ?? '' }
}

const linesOf = (list: string) =>
  list
    .split(/\r\n?|\n/)
    .map((text, at) => ({ text: text.trim(), line: at + 1 }))
    .filter(({ text, line }) => text !== '' && !(line === 1 && header.test(cellsOf(text)[0] ?? '')))

interface Placed extends WrittenSignatory {
  /** The field at which something is wrong with that part. */
  at(part: keyof WrittenSignatory): string
}

function placed({ signatories, signatoryList }: SignatoryFields, countryNamed: CountryNamed): Placed[] {
  const listed = linesOf(signatoryList).flatMap(({ text }) => signatoryOf(text, countryNamed) ?? [])
  return [
    ...signatories.map((one, row) => ({
      ...one,
      at: (part: keyof WrittenSignatory) => signatoryField(row + 1, part),
    })),
    ...listed.map((one) => ({ ...one, at: () => LIST })),
  ]
}

/** All that are named, in rows and in the list. */
export const signatoriesIn = (fields: SignatoryFields, countryNamed: CountryNamed): WrittenSignatory[] =>
  placed(fields, countryNamed).map(({ name, country, email }) => ({ name, country, email }))

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()

function ownProblems(
  { name, country, email, at }: Placed,
  { isAddress, countryNamed }: Choices,
): SignatoryProblem[] {
  const rules: [boolean, SignatoryProblem][] = [
    [name === '', { field: at('name'), kind: 'signatoryNameMissing', values: { email } }],
    [
      name.length > LONGEST_SIGNATORY,
      { field: at('name'), kind: 'signatoryNameLong', values: { limit: LONGEST_SIGNATORY, name } },
    ],
    [
      country !== '' && countryNamed(country) === undefined,
      { field: at('country'), kind: 'signatoryCountryUnknown', values: { country, name } },
    ],
    [
      email !== '' && !isAddress(email),
      { field: at('email'), kind: 'signatoryEmailWrong', values: { email, name } },
    ],
  ]
  return rules.filter(([broken]) => broken).map(([, problem]) => problem)
}

/** Nobody is counted twice, and no address is asked twice. */
function repeated(all: readonly Placed[], organisation: string): SignatoryProblem[] {
  const [names, emails] = [new Set<string>(), new Set<string>()]
  return all.flatMap(({ name, email, at }): SignatoryProblem[] => {
    const [called, address] = [plain(name), email.toLowerCase()]
    const found: SignatoryProblem[] = []
    if (called !== '' && called === plain(organisation))
      found.push({ field: at('name'), kind: 'signatoryIsSender', values: { name } })
    else if (called !== '' && names.has(called))
      found.push({ field: at('name'), kind: 'signatoryTwice', values: { name } })
    if (address !== '' && emails.has(address))
      found.push({ field: at('email'), kind: 'signatoryEmailTwice', values: { email } })
    names.add(called)
    emails.add(address)
    return found
  })
}

export function signatoryProblems(
  form: SignatoryFields & { organisation: string },
  choices: Choices,
): SignatoryProblem[] {
  if (form.signatories.length === 0 && form.signatoryList === '') return []
  const all = placed(form, choices.countryNamed)
  if (all.length > MOST_SIGNATORIES)
    return [{ field: LIST, kind: 'signatoriesMany', values: { count: all.length, limit: MOST_SIGNATORIES } }]
  const unread = linesOf(form.signatoryList).filter(
    ({ text }) => signatoryOf(text, choices.countryNamed) === undefined,
  )
  return [
    ...unread.map(
      ({ line, text }): SignatoryProblem => ({
        field: LIST,
        kind: 'signatoryLineUnread',
        values: { line, text },
      }),
    ),
    ...all.flatMap((one) => ownProblems(one, choices)),
    ...repeated(all, form.organisation),
  ]
}
