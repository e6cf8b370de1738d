import { describe, expect, test } from 'vitest'
import { compileStyles } from '../../../setup/build-styles.mjs'

type Colours = ReadonlyMap<string, string>

const css = compileStyles()

function tokens(block: string | undefined): Colours {
  const written = block?.matchAll(/--parley-([\w-]+):\s*(#[0-9a-f]{3,6})/g) ?? []
  return new Map([...written].map(([, name = '', hex = '']) => [name, hex]))
}

const [light, dark] = [...css.matchAll(/:root\{[^}]*--parley-paper[^}]*\}/g)].map(([block]) => tokens(block))
const themes = { light: light ?? new Map(), dark: dark ?? new Map() }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((d) => d + d) : (hex.slice(1).match(/../g) ?? [])
  const [r = 0, g = 0, b = 0] = digits.map((pair) => {
    const channel = Number.parseInt(pair, 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(colours: Colours, one: string, other: string): number {
  const [bright = 0, dim = 0] = [one, other]
    .map((name) => luminance(colours.get(name) ?? fail(name)))
    .sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function fail(name: string): never {
  throw new Error(`No colour is called ${name}.`)
}

/** Every rule of the stylesheet that sets text and ground together. */
function pairsInRules(): [string, string][] {
  const rules = [...css.matchAll(/\{([^{}]+)\}/g)].map(([, body = '']) => body)
  return rules.flatMap((body) => {
    const text = /(?:^|;)color:\s*var\(--parley-([\w-]+)\)/.exec(body)?.[1]
    const ground = /background-color:\s*var\(--parley-([\w-]+)\)/.exec(body)?.[1]
    return text && ground ? [[text, ground]] : []
  })
}

const every = (texts: string[], grounds: string[]): [string, string][] =>
  texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground]))

const texts = [
  ...pairsInRules(),
  ...every(['ink', 'muted', 'accent', 'accent-strong', 'visited', 'danger', 'success'], ['paper', 'surface']),
  ...every(['ink', 'muted', 'accent'], ['notice-surface', 'field']),
]

const groups = [...themes.light.keys()].filter((name) => name.startsWith('group-'))

const graphics = [
  ...every(['edge', 'accent', 'act', 'grave', 'danger', ...groups], ['paper', 'surface']),
  ...every(['edge', 'danger'], ['field']),
  ...every(['success'], ['success-surface']),
  ['focus', 'focus-ink'] as [string, string],
]

test('the stylesheet holds both themes, with the same names', () => {
  expect(themes.light.size).toBeGreaterThan(40)
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
  expect(pairsInRules().length).toBeGreaterThan(20)
})

describe.each(Object.entries(themes))('in %s', (_, colours) => {
  test.each(texts)('text in %s can be read on %s', (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(graphics)('a shape in %s can be seen on %s', (shape, ground) => {
    expect(contrast(colours, shape, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('paper stays light when the screen is dark', () => {
  expect(css).toMatch(/@media screen and \(prefers-color-scheme:\s*dark\)/)
})
