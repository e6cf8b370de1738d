import type { Row, UnreadRow } from './model.ts'
import { OWN } from './own-export.ts'
import { storable } from './storable.ts'
import { say } from './words.ts'

type Json = Record<string, unknown>
type Unnumbered = Omit<Row, 'row'> | Omit<UnreadRow, 'row'>

/** Of each kind of thing in the API v4 of regulations.gov: what only an answer about it alone has, never a listing. */
const wholeIf = { comments: 'comment', documents: 'fileFormats', dockets: 'dkAbstract' } as const
const rowKinds = { comments: 'submission', documents: 'document', dockets: 'docket' } as const
type Kind = keyof typeof wholeIf

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isKind = (value: unknown): value is Kind => typeof value === 'string' && value in wholeIf

/** A resource of JSON:API: what the answers are made of. */
function isResource(value: unknown): value is Json & { type: Kind; attributes: Json } {
  return isObject(value) && isKind(value['type']) && isObject(value['attributes'])
}

/** Whether this is an answer of that API, or one resource out of it. */
export function isAnswer(value: Json): boolean {
  const { data } = value
  if (Array.isArray(data)) return data.length > 0 && data.every(isResource)
  return isResource(data) || isResource(value)
}

function isListed({ type, attributes }: { type: Kind; attributes: Json }): boolean {
  return !(wholeIf[type] in attributes) || 'highlightedContent' in attributes
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

interface FileNamed {
  fileName: string
  size?: number
}

function filesIn(formats: unknown): FileNamed[] {
  return [formats].flat().flatMap((one): FileNamed[] => {
    if (!isObject(one) || typeof one['fileUrl'] !== 'string') return []
    const { fileUrl: fileName, size } = one
    return [{ fileName, ...(typeof size === 'number' && size > 0 && { size }) }]
  })
}

/** Those of the thing itself, and those its answer includes; each in every format it is to be had in. */
function attachmentsOf(resource: Json, answer: Json): FileNamed[] {
  const own = isObject(resource['attributes']) ? filesIn(resource['attributes']['fileFormats']) : []
  const included = [answer['included'] ?? []].flat().filter(isObject)
  const related = relatedIds(resource)
  const theirs = included.filter(
    ({ type, id }) => type === 'attachments' && (related === undefined || related.has(id)),
  )
  return [
    ...own,
    ...theirs.flatMap(({ attributes }) => (isObject(attributes) ? filesIn(attributes['fileFormats']) : [])),
  ]
}

/** Which attachments belong to it, where the answer says so: an answer about several includes those of all. */
function relatedIds({ relationships }: Json): Set<unknown> | undefined {
  const attachments = isObject(relationships) ? relationships['attachments'] : undefined
  const data = isObject(attachments) ? attachments['data'] : undefined
  return Array.isArray(data) ? new Set(data.filter(isObject).map(({ id }) => id)) : undefined
}

const named: [attribute: string, column: string][] = [
  ['comment', 'comment'],
  ['firstName', 'first name'],
  ['lastName', 'last name'],
  ['organization', 'organization name'],
  ['country', 'country'],
  ['receiveDate', 'received date'],
  ['documentType', 'document type'],
  ['email', 'email'],
]

function rowOf(resource: Json & { type: Kind; attributes: Json }, answer: Json): Omit<Row, 'row'> {
  const { type, attributes, id } = resource
  const taken = new Set([...named.map(([attribute]) => attribute), 'fileFormats'])
  const rest = Object.entries(attributes).filter(([name]) => !taken.has(name))
  const state = attributes['withdrawn'] === true ? 'withdrawn' : ''
  const cells = new Map([
    ['document id', textIn(id)],
    ...named.map(([attribute, column]): [string, string] => [column, textIn(attributes[attribute])]),
    ...rest.map(([name, value]): [string, string] => [storable(name), textIn(value)]),
    [OWN.kind, rowKinds[type]],
    [OWN.state, state],
    ['attachment files', JSON.stringify(attachmentsOf(resource, answer))],
  ])
  return { cells, warnings: [] }
}

function listing(resources: readonly Json[], answer: Json): Unnumbered {
  const meta = isObject(answer['meta']) ? answer['meta'] : {}
  const all = typeof meta['totalElements'] === 'number' ? meta['totalElements'] : resources.length
  const kind = textIn(resources[0]?.['type'])
  const more = all > resources.length ? 'yes' : 'no'
  return { failed: say('listing', { count: resources.length, all, more, kind }) }
}

/**
 * The rows of one answer. A listing tells that things exist, not what they say: nothing of it can be imported, and it is
 * named as such once.
 */
export function rowsOfAnswer(answer: Json): Unnumbered[] {
  const data = 'data' in answer ? answer['data'] : answer
  const resources = [data].flat().filter(isResource)
  const listed = resources.filter(isListed)
  const full = resources.filter((one) => !isListed(one))
  return [...full.map((one) => rowOf(one, answer)), ...(listed.length > 0 ? [listing(listed, answer)] : [])]
}
