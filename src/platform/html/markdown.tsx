import { markdownToHtml } from '../text/index.ts'

interface Props {
  text: string
  /** The level that the highest heading in the text becomes, however many signs its author gave it. */
  top?: number
  lang?: string
}

function highest(markdown: string): number {
  const signs = [...markdown.matchAll(/^ {0,3}(#{1,6})[ \t]/gm)].map(([, sign = '']) => sign.length)
  return signs.length > 0 ? Math.min(...signs) : 1
}

/** What people wrote, in the face of a document, so that it never looks like what the system says. */
export function Markdown({ text, top = 2, lang }: Props) {
  const __html = markdownToHtml(text, { top: top + 1 - highest(text) })
  return <div class="parley-document" lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html }} />
}
