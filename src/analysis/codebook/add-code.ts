import { newId } from '../../platform/id.ts'
import { type Changed, type CodebookChange, type CodebookDb, changeCodebook } from './change-codebook.ts'
import { type CodeId, type CodeWording, MOST_CODES } from './model.ts'
import { insertCodes, isNamed } from './store.ts'

/** Adds a code at the end of the book, or below another. */
export async function addCode(
  db: CodebookDb,
  change: CodebookChange,
  { parent, ...wording }: CodeWording & { parent: CodeId | undefined },
): Promise<Changed<{ added: CodeId }>> {
  const { actor, process, at } = change
  return changeCodebook(db, change, async ({ tx, used, find, tell, last }) => {
    if (parent !== undefined && !find(parent)) return { refused: 'parent-gone' }
    if (used.length >= MOST_CODES) return { refused: 'too-many' }
    if (await isNamed(tx, process, { parent, name: wording.name })) return { refused: 'name-taken' }
    const id = newId<'code'>(at.getTime())
    await insertCodes(tx, process, [{ id, parent, position: last, ...wording }], { by: actor.person, at })
    await tell('code-added', [id])
    return { added: id }
  })
}
