import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { draw, type Options, render } from './testing/draw-fixture.tsx'
import { normalise } from './testing/normalise.ts'

const folder = new URL('../../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)

interface Fixture {
  name: string
  options: Options
  html: string
}

/** Options of GOV.UK's macros that our components do not take, mostly because they are for script we do not ship. */
const notTaken: Record<string, readonly string[]> = {
  breadcrumbs: ['items[].attributes', 'collapseOnMobile'],
  button: ['preventDoubleClick'],
  'character-count': ['maxwords', 'threshold', 'countType', 'countMessage', 'textareaDescriptionText'],
  checkboxes: ['attributes', 'items[].behaviour', 'items[].label', 'fieldset.attributes', 'fieldset.classes'],
  'error-summary': ['errorList[].attributes', 'disableAutoFocus'],
  'file-upload': ['javascript'],
  input: ['prefix.classes', 'prefix.attributes', 'suffix.classes', 'suffix.attributes', 'inputWrapper'],
  'notification-banner': ['disableAutoFocus'],
  panel: ['actions'],
  radios: ['attributes', 'items[].label', 'fieldset.attributes', 'fieldset.classes'],
  'summary-list': [
    'card',
    'rows[].key.classes',
    'rows[].value.classes',
    'rows[].actions.classes',
    'rows[].actions.items[].attributes',
  ],
  table: ['head[].attributes', 'rows[][].attributes'],
  'task-list': ['items[].status.tag.attributes', 'items[].title.classes'],
}

/** Fixtures left out by name: what they show is nothing our types let a page say. */
const leftOut: Record<string, readonly string[]> = {
  'character-count': [
    'with neither maxlength, maxwords nor textarea description set',
    'to configure in JavaScript',
    'with translations',
  ],
  checkboxes: ['with falsy values'],
  'error-message': ['visually hidden text removed', 'translated'],
  label: ['empty'],
  panel: ['interruption with custom classes', 'interruption, no actions'],
  radios: ['with falsy items'],
  select: ['with falsy values'],
  'task-list': ['with empty values'],
}

function paths(value: Options, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => paths(item, `${path}[]`))
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, path ? `${path}.${key}` : key))
}

function fixtures(component: string): Fixture[] {
  const all = JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, folder), 'utf8'))
  return all.fixtures
}

const taken = (component: string, { options }: Fixture) =>
  !paths(options).some((path) => notTaken[component]?.some((option) => path.startsWith(option)))

describe.each(Object.keys(draw))('%s', (component) => {
  const held = fixtures(component).filter((f) => taken(component, f) && !leftOut[component]?.includes(f.name))

  test('is held against most of its fixtures', () => {
    expect(held.length / fixtures(component).length).toBeGreaterThan(0.4)
  })

  test.each(held)('looks as GOV.UK has it: $name', ({ options, html }) => {
    expect(normalise(render(draw[component]?.(options) ?? <p />))).toBe(normalise(html))
  })
})
