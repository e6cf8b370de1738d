import { ErrorSummary } from '../platform/html/index.ts'
import { problemsByField } from '../platform/http/index.ts'
import { catalogue, useWords } from '../platform/i18n/index.ts'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }

const words = catalogue({ en, fr })

/** The names of the fields that are not filled in as they should be. */
export type WrongFields = ReadonlySet<string>

export const noneWrong: WrongFields = new Set()

interface Validation {
  validation?: Parameters<typeof problemsByField>[0] | undefined
}

/** The fields that break the schema, and those that fail a rule which no schema can say. */
export function wrongFields(
  error: Validation | undefined,
  rules: Readonly<Record<string, boolean>> = {},
): WrongFields {
  const broken = Object.entries(rules).flatMap(([field, holds]) => (holds ? [] : [field]))
  return new Set([...broken, ...problemsByField(error?.validation ?? []).keys()])
}

/** For each wrong field the sentence that tells how to mend it. */
export function sentencesFor<Field extends string>(
  sentences: Record<Field, string>,
  wrong: WrongFields,
): Partial<Record<Field, string>> {
  const entries = Object.entries(sentences).filter(([field]) => wrong.has(field))
  return Object.fromEntries(entries) as Partial<Record<Field, string>>
}

interface Props {
  errors: Readonly<Record<string, string | undefined>>
  wrong: WrongFields
}

/** First on a page whose form came back; what no field of the form stands for is named too. */
export function FormProblems({ errors, wrong }: Props) {
  const t = useWords(words)
  if (wrong.size === 0) return null
  const known = Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text }))
  const unknown = [...wrong]
    .filter((field) => errors[field] === undefined)
    .map((field) => ({ text: t('unknownField', { field }) }))
  return <ErrorSummary problems={[...known, ...unknown]} />
}
