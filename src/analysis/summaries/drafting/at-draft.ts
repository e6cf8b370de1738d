import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Issue } from '../../../processes/index.ts'
import { append, type Detail } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { personOf } from '../../coding/at-desk.ts'
import type { Sentence, Summary } from '../model.ts'
import type { SummariesDb, SummariesTx } from '../services.ts'
import { readSentences } from '../store.ts'
import { countChange, lockSummary } from './store.ts'

export interface Drafting {
  actor: Actor
  request: Pick<RequestForComment, 'id' | 'processId' | 'language'>
  issue: Issue
  at: Instant
}

export interface OpenDraft {
  tx: SummariesTx
  summary: Summary
  sentences: readonly Sentence[]
  /** Says on the record what was done with the summary. */
  tell(kind: string, detail?: Detail): Promise<void>
}

/** Nothing was written. */
export class Refusal<Why extends string> extends Error {
  readonly why: Why

  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

/** Opens a draft for one act: nobody else changes it meanwhile, and an act that is refused leaves no trace. */
export async function atDraft<Why extends string = never>(
  db: SummariesDb,
  { actor, request, issue, at }: Drafting,
  act: (draft: OpenDraft) => Promise<Why | 'done'>,
): Promise<Why | 'done'> {
  const by = personOf(actor)
  try {
    return await db.transaction().execute(async (tx) => {
      const about = { process: request.processId, request: request.id, issue: issue.id }
      const summary = await lockSummary(tx, about, at)
      const sentences = await readSentences(tx, issue.id, { draft: summary.id })
      const tell: OpenDraft['tell'] = (kind, detail) =>
        append(tx, {
          ...{ kind, about: { kind: 'summary', id: summary.id }, process: about.process, by, at },
          ...(detail && { detail }),
        })
      const done = await act({ tx, summary, sentences, tell })
      if (done !== 'done') throw new Refusal(done)
      await countChange(tx, summary.id)
      return 'done' as const
    })
  } catch (error) {
    if (error instanceof Refusal) return error.why as Why
    throw error
  }
}
