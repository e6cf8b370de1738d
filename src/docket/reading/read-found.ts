import type { Db } from '../../platform/db/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { fragmentsOf, type Piece, wordsOf, wordsWanted } from '../search/model.ts'
import { listForms } from '../search/store.ts'
import type { PublicAnswer, PublicAttachment, PublicComment } from './model.ts'
import { answerRef, attachmentRef, readTexts } from './read-texts.ts'
import type { Shares } from './shares/store.ts'

/** Where a comment says what was searched for. */
export interface Found {
  fragments: readonly (readonly Piece[])[]
  language: string
  /** The number of the attachment that says it, where it is no answer. */
  attachment: number | undefined
}

interface Parts {
  answers: ReadonlyMap<CommentId, Shares<PublicAnswer>>
  attachments: ReadonlyMap<CommentId, Shares<PublicAttachment>>
}

interface Part {
  comment: CommentId
  language: string
  ref: Ref
  attachment: number | undefined
}

/** How far into a text its first hit is looked for; one further on is found, and not shown. */
const READ = 30_000

/** Where each of these comments says what is wanted: in an answer, or else in an attachment. */
export async function readFound(
  db: Db<CommentTables & TextsTables>,
  comments: readonly PublicComment[],
  { answers, attachments }: Parts,
  asked: string,
): Promise<ReadonlyMap<CommentId, Found>> {
  const shown = comments.flatMap(({ id, shown }) =>
    shown ? [{ comment: id, language: shown.language }] : [],
  )
  const answered = shown.flatMap((one): Part[] =>
    (answers.get(one.comment)?.shown ?? []).map((answer) => ({
      ...one,
      ref: answerRef(answer),
      attachment: undefined,
    })),
  )
  const first = await findIn(db, answered, asked)
  const attached = shown
    .filter(({ comment }) => !first.has(comment))
    .flatMap((one): Part[] =>
      (attachments.get(one.comment)?.shown ?? []).map((file) => ({
        ...one,
        ref: attachmentRef(file),
        attachment: file.number,
      })),
    )
  return new Map([...first, ...(await findIn(db, attached, asked))])
}

async function findIn(
  db: Db<CommentTables & TextsTables>,
  parts: readonly Part[],
  asked: string,
): Promise<Map<CommentId, Found>> {
  if (parts.length === 0) return new Map()
  const wanted = wordsWanted(asked)
  const texts = await readTexts(
    db,
    parts.map(({ ref }) => ref),
  )
  const said = parts.map((part) => ({
    ...part,
    text: (texts.get(part.ref.id)?.content?.text ?? '').slice(0, READ),
  }))
  const spoken = [...Map.groupBy(said, ({ language }) => language)].map(([language, own]) => ({
    language,
    words: [...new Set(own.flatMap(({ text }) => wordsOf(text)))],
  }))
  const forms = await listForms(db, spoken, wanted)
  const found = new Map<CommentId, Found>()
  for (const { comment, language, attachment, text } of said) {
    const fragments = fragmentsOf(text, forms.get(language) ?? new Set(), wanted)
    if (fragments.length > 0 && !found.has(comment)) found.set(comment, { fragments, language, attachment })
  }
  return found
}
