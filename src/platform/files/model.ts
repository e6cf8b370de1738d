/** What a file is by its bytes, whatever its name says. */
export type TrueType =
  | 'pdf'
  | 'zip'
  | 'old-office'
  | 'rtf'
  | 'picture'
  | 'archive'
  | 'program'
  | 'text'
  | 'unknown'

/** The kinds of file that a comment may bring. */
export type Kind = 'pdf' | 'docx' | 'text' | 'markdown'

export type Judgement =
  | { kind: Kind }
  | { refused: 'not-what-it-says'; is: TrueType }
  | { refused: 'kind-not-taken'; is: TrueType }
