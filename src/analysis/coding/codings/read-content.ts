import { parseId } from '../../../platform/id.ts'
import { cleanText } from '../../../platform/text/index.ts'
import type { Issue } from '../../../processes/index.ts'
import {
  type CodingContent,
  type ExcerptKind,
  excerptKinds,
  type IssuePosition,
  LONGEST_CONDITION,
  type Position,
  positions,
} from '../model.ts'
import type { WordKey } from '../words.ts'

/** A form as it came: each field once, or as often as it was there. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type FieldProblems = ReadonlyMap<string, WordKey>

export const oneOf = (fields: Fields, name: string): string => {
  const value = fields[name] ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}

export const allOf = (fields: Fields, name: string): readonly string[] => [fields[name] ?? []].flat()

const isKind = (text: string): text is ExcerptKind => excerptKinds.some((one) => one === text)

const isPosition = (text: string): text is Position => positions.some((one) => one === text)

function problemOf(position: string, condition: string): [string, WordKey] | undefined {
  if (position !== '' && !isPosition(position)) return ['position', 'positionWrong']
  const conditional = position === 'support-with-condition'
  if (conditional && condition === '') return ['condition', 'conditionMissing']
  if (!conditional && condition !== '') return ['condition', 'conditionAlone']
  return condition.length > LONGEST_CONDITION ? ['condition', 'conditionLong'] : undefined
}

/** What the fields say of codes and positions, or what is to be mended in which of them. */
export function readContent(
  fields: Fields,
  issues: readonly Pick<Issue, 'id' | 'number'>[],
  mayBeEmpty = false,
): { content: CodingContent } | { problems: FieldProblems } {
  const codes = [...new Set(allOf(fields, 'codes').flatMap((id) => parseId<'code'>(id) ?? []))]
  const { problems, said } = readPositions(fields, issues)
  const kind = oneOf(fields, 'kind')
  if (kind !== '' && !isKind(kind)) problems.set('kind', 'kindWrong')
  const nothing = kind === '' && codes.length === 0 && said.length === 0 && problems.size === 0
  if (nothing && !mayBeEmpty) problems.set('codes', 'nothingSaid')
  if (problems.size > 0) return { problems }
  return { content: { codes, positions: said, kind: isKind(kind) ? kind : undefined } }
}

function readPositions(fields: Fields, issues: readonly Pick<Issue, 'id' | 'number'>[]) {
  const problems = new Map<string, WordKey>()
  const said: IssuePosition[] = []
  for (const { id, number } of issues) {
    const position = oneOf(fields, `position-${number}`)
    const condition = cleanText(oneOf(fields, `condition-${number}`)).text.trim()
    const problem = problemOf(position, condition)
    if (problem) problems.set(`${problem[0]}-${number}`, problem[1])
    else if (isPosition(position)) said.push({ issue: id, position, condition })
  }
  return { problems, said }
}

/** The fields that say what a coding says, so that it can be changed. */
export function fieldsOf(
  { codes, positions: said, kind }: CodingContent,
  issues: readonly Pick<Issue, 'id' | 'number'>[],
): Fields {
  const fields: Record<string, string | readonly string[]> = { codes: [...codes], kind: kind ?? '' }
  for (const { id, number } of issues) {
    const found = said.find(({ issue }) => issue === id)
    fields[`position-${number}`] = found?.position ?? ''
    fields[`condition-${number}`] = found?.condition ?? ''
  }
  return fields
}
