import { newId } from '../../platform/id.ts'
import { type Changed, type CodebookChange, type CodebookDb, changeCodebook } from './change-codebook.ts'
import { type Code, type CodeId, MOST_CODES } from './model.ts'
import { endCode, foldNames, insertCodes } from './store.ts'

/** Splits a code into others beside it, new ones or such as are there; what carried it waits for somebody to choose. */
export async function splitCode(
  db: CodebookDb,
  change: CodebookChange,
  id: CodeId,
  names: readonly string[],
): Promise<Changed<{ into: readonly CodeId[] }>> {
  const { actor, process, at } = change
  return changeCodebook(db, change, async ({ tx, used, find, tell, last }) => {
    const folded = await foldNames(tx, [...names, ...used.map(({ name }) => name)])
    const fold = (name: string) => folded.get(name) ?? name
    const wanted = names.filter((name, at) => names.findIndex((one) => fold(one) === fold(name)) === at)
    const code = find(id)
    if (!code) return { refused: 'gone' }
    if (wanted.length < 2) return { refused: 'too-few' }
    if (wanted.some((name) => fold(name) === fold(code.name))) return { refused: 'name-taken' }
    if (used.some(({ parent }) => parent === id)) return { refused: 'has-codes-below' }
    if (used.length + wanted.length > MOST_CODES) return { refused: 'too-many' }
    const beside = used.filter(({ parent }) => parent === code.parent)
    const there = (name: string): Code | undefined => beside.find((one) => fold(one.name) === fold(name))
    const fresh = wanted
      .filter((name) => !there(name))
      .map((name, i) => ({
        ...{ id: newId<'code'>(at.getTime()), parent: code.parent, position: last + i },
        ...{ name, definition: '', example: '' },
      }))
    await insertCodes(tx, process, fresh, { by: actor.person, at })
    const kept = wanted.flatMap((name) => there(name)?.id ?? [])
    const into = [...kept, ...fresh.map((one) => one.id)]
    await endCode(tx, id, { as: 'split', at, into })
    await tell('code-split', [id], { into })
    await tell(
      'code-added',
      fresh.map((one) => one.id),
    )
    return { into }
  })
}
