import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

declare const safe: unique symbol
/** Markup that was made safe here; a page may take it as it is. */
export type SafeHtml = string & { readonly [safe]: true }

// Without `html`, tags in the source are text; an image is shown as a link to it, so no page calls a third party.
const parser = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
parser.disable('image')

const heading = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const block = ['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
const inline = ['a', 'em', 'strong', 's', 'code', 'br']

function follow(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: { ...attribs, rel: 'nofollow ugc noopener' } }
}

/** A heading below the page's own: `#` becomes `top`, and nothing goes deeper than h6. */
function lowered(top: number): Record<string, string> {
  return Object.fromEntries(heading.map((tag, depth) => [tag, heading[Math.min(5, depth + top - 1)] ?? 'h6']))
}

/** Markdown as markup that cannot harm its reader; headings begin at the level that the page leaves free. */
export function markdownToHtml(markdown: string, { top = 2 }: { top?: number } = {}): SafeHtml {
  const html = sanitizeHtml(parser.render(markdown), {
    allowedTags: [...heading, ...block, ...inline],
    allowedAttributes: { a: ['href', 'rel', 'title'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: { ...lowered(top), a: follow },
  })
  return html as SafeHtml
}
