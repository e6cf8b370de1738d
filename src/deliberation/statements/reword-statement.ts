import { append } from '../../record/index.ts'
import { type AddedStatements, type Adding, addWithin, hashOf, type NotAdded } from './add-statements.ts'
import type { Statement } from './model.ts'
import type { StatementsDb } from './services.ts'
import { findSaid, lockStatements, replaceStatement } from './store.ts'

export type NotReworded = NotAdded | 'changed' | 'said'

class Undone extends Error {
  readonly why: NotReworded
  constructor(why: NotReworded) {
    super(why)
    this.why = why
  }
}

/** Puts a new statement in the place of a posted one: votes stay with the words on which they were cast. */
export async function rewordStatement(
  db: StatementsDb,
  adding: Adding,
  before: Statement,
  text: string,
): Promise<AddedStatements | NotReworded> {
  try {
    return await reword(db, adding, before, text)
  } catch (error) {
    if (error instanceof Undone) return error.why
    throw error
  }
}

function reword(
  db: StatementsDb,
  adding: Adding,
  { id, issue }: Statement,
  text: string,
): Promise<AddedStatements> {
  const { deliberation, process, actor, at } = adding
  return db.transaction().execute(async (tx) => {
    await lockStatements(tx, deliberation.id)
    if ((await findSaid(tx, deliberation.id, [hashOf(text)])).size > 0) throw new Undone('said')
    const done = await addWithin(tx, adding, { origin: 'seeded', texts: [text], issue, replaces: id })
    if (typeof done === 'string') throw new Undone(done)
    const [by] = done.ids
    if (!by || !(await replaceStatement(tx, id, by))) throw new Undone('changed')
    const about = { kind: 'statement', id }
    const detail = { by }
    await append(tx, { kind: 'statement-replaced', about, process: process.id, by: actor.person, at, detail })
    return done
  })
}
