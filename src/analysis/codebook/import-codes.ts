import { type CodebookChange, type CodebookDb, changeCodebook } from './change-codebook.ts'
import { type CheckedList, checkList } from './check-list.ts'
import { readList } from './read-list.ts'
import { foldNames, insertCodes } from './store.ts'

/** Takes a whole pasted list into the book, or nothing of it and says which rows are to be mended. */
export async function importCodes(
  db: CodebookDb,
  change: CodebookChange,
  pasted: string,
): Promise<{ added: number } | Exclude<CheckedList, { codes: unknown }>> {
  const { actor, process, at } = change
  const rows = readList(pasted)
  return changeCodebook(db, change, async ({ tx, codes: all, used, tell, last }) => {
    const names = [...rows.flatMap(({ name, parent }) => [name, parent, `${parent} > ${name}`])]
    const folded = await foldNames(tx, [...new Set([...names, ...used.map(({ name }) => name)])])
    const fold = (name: string) => folded.get(name) ?? name.toLowerCase()
    const checked = checkList(rows, { used, at, fold })
    if (typeof checked === 'string' || 'faults' in checked) return checked
    const from = Math.max(last, all.length)
    const codes = checked.codes.map((code, i) => ({ ...code, position: from + i }))
    await insertCodes(tx, process, codes, { by: actor.person, at })
    await tell(
      'code-added',
      codes.map(({ id }) => id),
    )
    return { added: codes.length }
  })
}
