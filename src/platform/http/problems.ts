import type { FastifySchemaValidationError } from 'fastify'

/** What is wrong with a form, by field name: the keys of sentences in the page's own catalogue. */
export type Problems<Key extends string = string> = ReadonlyMap<string, Key>

function fieldOf({ instancePath, params, keyword }: FastifySchemaValidationError): string {
  const named = keyword === 'required' ? params['missingProperty'] : params['additionalProperty']
  const path = instancePath.slice(1).replaceAll('/', '.')
  return typeof named === 'string' ? [path, named].filter(Boolean).join('.') : path
}

/** The first rule each field broke, as the schema's keyword (`required`, `maxLength`, `additionalProperties` …). */
export function problemsByField(errors: readonly FastifySchemaValidationError[]): Problems {
  return new Map(errors.toReversed().map((error) => [fieldOf(error), error.keyword]))
}
