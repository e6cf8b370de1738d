import type { Attributes } from './walk-markup.ts'

/** Selectors of one class, id or element, or an element with one of these, that hide what they name. */
export type HidingRules = Set<string>

const hiding =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i

export const hides = (declarations: string): boolean => hiding.test(declarations)

function withoutComments(sheet: string): string {
  return sheet
    .split('/*')
    .map((piece, at) => (at === 0 ? piece : piece.split('*/').slice(1).join('*/')))
    .join('')
}

function selectorsOf(text: string): string[] {
  const selectors = text.split(',').map((selector) => selector.trim().toLowerCase())
  return selectors.filter((selector) => /^[\w-]*[.#]?[\w-]+$/.test(selector))
}

/** Reads the plain rules of a style sheet; those inside `@media` hold for some readers only, and are not looked at. */
export function readHidingRules(sheet: string): string[] {
  const rules: string[] = []
  let depth = 0
  for (const piece of withoutComments(sheet).split('}')) {
    const parts = piece.split('{')
    const [selector = '', declarations = ''] = parts.slice(-2)
    if (depth === 0 && parts.length === 2 && hides(declarations)) rules.push(...selectorsOf(selector))
    depth = Math.max(0, depth + parts.length - 2)
  }
  return rules
}

export function isHiddenByRules(rules: HidingRules, name: string, attributes: Attributes): boolean {
  if (rules.size === 0) return false
  const classes = (attributes['class'] ?? '').toLowerCase().split(/\s+/)
  const marks = [...classes.map((one) => `.${one}`), `#${(attributes['id'] ?? '').toLowerCase()}`]
  return rules.has(name) || marks.some((mark) => rules.has(mark) || rules.has(name + mark))
}
