import type { ExtractionWarning } from './model.ts'

/** What a reader met in a document and did not take for its text. */
export interface LeftOut {
  changes: boolean
  hidden: boolean
  comments: number
  pictures: number
}

export const leftOut = (): LeftOut => ({ changes: false, hidden: false, comments: 0, pictures: 0 })

export function warningsOf({ changes, hidden, comments, pictures }: LeftOut): ExtractionWarning[] {
  return [
    ...(changes ? [{ kind: 'changes-shown-as-accepted' } as const] : []),
    ...(hidden ? [{ kind: 'hidden-text-left-out' } as const] : []),
    ...(comments > 0 ? [{ kind: 'margin-comments-left-out', count: comments } as const] : []),
    ...(pictures > 0 ? [{ kind: 'pictures-left-out', count: pictures } as const] : []),
  ]
}
