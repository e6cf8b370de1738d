import { markdownToHtml } from '../text/index.ts'

interface Props {
  text: string
  /** The level that `#` in the text becomes. */
  top?: number
  lang?: string
}

/** What people wrote, in the face of a document, so that it never looks like what the system says. */
export function Markdown({ text, top = 2, lang }: Props) {
  const __html = markdownToHtml(text, { top })
  return <div class="parley-document" lang={lang} dangerouslySetInnerHTML={{ __html }} />
}
