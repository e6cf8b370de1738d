import { type Changed, type CodebookChange, type CodebookDb, changeCodebook } from './change-codebook.ts'
import type { CodeId, CodeWording } from './model.ts'
import { isNamed, setWording } from './store.ts'

/** Gives a code other words; the ones before are kept. */
export async function rewordCode(
  db: CodebookDb,
  change: CodebookChange,
  id: CodeId,
  wording: CodeWording,
): Promise<Changed> {
  const { actor, process, at } = change
  return changeCodebook(db, change, async ({ tx, find, tell }) => {
    const code = find(id)
    if (!code) return { refused: 'gone' }
    const { parent, name, definition, example } = code
    if (await isNamed(tx, process, { parent, name: wording.name, but: id })) return { refused: 'name-taken' }
    const same = name === wording.name && definition === wording.definition && example === wording.example
    if (same) return {}
    await setWording(tx, id, wording, { by: actor.person, at })
    await tell('code-reworded', [id])
    return {}
  })
}
