/** The first paragraph of a notice stands on the first screen, where it is a paragraph; the rest follows below. */
export function partNotice(markdown: string): { lead: string; rest: string } {
  const [first = '', ...others] = markdown.trim().split(/\n[ \t]*\n/)
  const isParagraph = !/^\s*([#>|`~*+-]|\d+[.)])/.test(first)
  return isParagraph ? { lead: first, rest: others.join('\n\n').trim() } : { lead: '', rest: markdown.trim() }
}
