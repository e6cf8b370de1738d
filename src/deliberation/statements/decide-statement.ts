import { recordDecision } from '../../moderation/index.ts'
import { append, appendLeaf } from '../../record/index.ts'
import { publishedText, publishVersions } from '../../texts/index.ts'
import { quotedNumber } from '../deliberations/model.ts'
import type { Adding } from './add-statements.ts'
import { type Statement, type StatementState, statementNumber } from './model.ts'
import type { StatementsDb, StatementsTx } from './services.ts'
import { moveStatement } from './store.ts'

export interface Verdict {
  /** As it stood when the moderator read it. */
  seen: StatementState
  act: 'post' | 'withhold'
  /** The code of the reason to withhold. */
  reason: string | undefined
  explanation: string
}

/** Posts a statement or withholds it with a reason: state, words, leaf, moderation log and entry at once. */
export function decideStatement(
  db: StatementsDb,
  { process, deliberation, actor: { person: by }, at }: Adding,
  statement: Statement,
  { seen, act, reason, explanation }: Verdict,
): Promise<'decided' | 'notAsSeen'> {
  const { id } = statement
  const to = act === 'post' ? 'posted' : 'withheld'
  return db.transaction().execute(async (tx) => {
    if (seen === to || !(await moveStatement(tx, { id, from: seen, to }))) return 'notAsSeen'
    if (to === 'posted') await publish(tx, statement, at)
    const number = statementNumber(quotedNumber(process.docketPrefix, deliberation.number), statement.number)
    const made = { kind: `statement-${to}`, number, process: process.id, received: at, about: statement.leaf }
    const { leaf } = await appendLeaf(tx, made)
    const about = { kind: 'statement', id }
    const decision = { process: process.id, about, act, reason, explanation, by, at, leaf: leaf.id }
    await recordDecision(tx, decision)
    const detail = { reason: reason ?? null, deliberation: deliberation.id }
    await append(tx, { kind: `statement-${to}`, about, process: process.id, by, at, detail })
    return 'decided'
  })
}

/** Words that were withheld after they had been posted are published already. */
async function publish(tx: StatementsTx, { id, version }: Statement, at: Adding['at']): Promise<void> {
  if (await publishedText(tx, { kind: 'statement', id })) return
  await publishVersions(tx, [version], at)
}
