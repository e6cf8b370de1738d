import sanitize from 'sanitize-html'

/** For GOV.UK's script, or for ours; or by which the page does at once what that script would do. */
const scripted = /^(data-(module|aria-controls|maxlength|island|limit|words-|label)|autofocus$|tabindex$)/

/** One way to write what two pieces of HTML mean: attributes and classes in order, no space at the edge of a tag. */
export function normalise(html: string): string {
  const tidy = sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemesAppliedToAttributes: [],
    parseStyleAttributes: false,
    textFilter: (text) => text.replace(/\s+/g, ' '),
    transformTags: {
      '*': (tagName, attributes) => {
        const kept = Object.entries(attributes).filter(([name]) => !scripted.test(name))
        const written = kept.map(
          ([name, value]) => [name, name === 'class' ? classes(value) : value] as const,
        )
        return { tagName, attribs: Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1))) }
      },
    },
  })
  return tidy
    .replace(/\s*(<[^>]+>)\s*/g, '$1')
    .replaceAll('><', '>\n<')
    .trim()
}

const classes = (names: string) =>
  names
    .split(/\s+/)
    .filter((name) => name && !name.endsWith('__conditional--hidden'))
    .sort()
    .join(' ')
