import {
  type Changed,
  type CodebookChange,
  type CodebookDb,
  changeCodebook,
  type OpenBook,
} from './change-codebook.ts'
import { type Code, type CodeId, isWithin } from './model.ts'
import { isNamed, setPlaces } from './store.ts'

export interface NewPlace {
  parent: CodeId | undefined
  /** Stands right before this one; at the end where none is named. */
  before?: CodeId | undefined
}

/** Puts a code below another, or on top, at the end of what stands there or before one of them. */
export async function moveCode(
  db: CodebookDb,
  change: CodebookChange,
  id: CodeId,
  { parent, before }: NewPlace,
): Promise<Changed> {
  return changeCodebook(db, change, async (book) => {
    const { tx, used, find, tell } = book
    const code = find(id)
    if (!code) return { refused: 'gone' }
    if (parent !== undefined && !find(parent)) return { refused: 'parent-gone' }
    if (parent !== undefined && isWithin(used, parent, id)) return { refused: 'below-itself' }
    const { name } = code
    if (await isNamed(tx, change.process, { parent, name, but: id })) return { refused: 'name-taken' }
    await placeBefore(book, code, parent, find(before))
    await tell('code-moved', [id])
    return {}
  })
}

async function placeBefore(
  { tx, codes }: OpenBook,
  code: Code,
  parent: CodeId | undefined,
  before: Code | undefined,
): Promise<void> {
  const others = codes.filter(({ id }) => id !== code.id)
  const at = before && before.id !== code.id ? others.indexOf(before) : others.length
  const order = others.toSpliced(at, 0, code).map(({ id }) => id)
  await setPlaces(tx, { id: code.id, parent }, order)
}
