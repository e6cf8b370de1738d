/** What a file is by its bytes, whatever its name says. */
export type TrueType =
  | 'pdf'
  | 'zip'
  | 'odt'
  | 'old-office'
  | 'rtf'
  | 'html'
  | 'picture'
  | 'archive'
  | 'program'
  | 'text'
  | 'unknown'

/** The kinds of file that a comment may bring. */
export type Kind = 'pdf' | 'docx' | 'odt' | 'rtf' | 'html' | 'text' | 'markdown'

export const mediaTypes: Readonly<Record<Kind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  html: 'text/html',
  text: 'text/plain',
  markdown: 'text/markdown',
}

export type Judgement =
  | { kind: Kind }
  | { refused: 'not-what-it-says'; is: TrueType }
  | { refused: 'kind-not-taken'; is: TrueType }
