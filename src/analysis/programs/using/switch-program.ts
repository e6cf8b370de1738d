import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Program } from '../model.ts'
import type { ProgramDb } from '../services.ts'
import { setOn } from './store.ts'

/** Lets a program read the posted comments of a request, or lets it no longer. */
export async function switchProgram(
  db: ProgramDb,
  { person: by }: Actor,
  { id, processId: process }: Pick<RequestForComment, 'id' | 'processId'>,
  { program, on }: { program: Program; on: boolean },
  at: Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await setOn(tx, { request: id, program }, on ? at : null))) return
    const kind = on ? 'program-switched-on' : 'program-switched-off'
    await append(tx, { kind, about: { kind: 'request', id }, process, by, at, detail: { program } })
  })
}
