import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import { listVersions, type ProgramVersion } from '../learning/store.ts'
import type { Program } from '../model.ts'
import type { ProgramDb } from '../services.ts'
import { type Answered, countAnswers, countReadBy, findUses, type UseState } from './store.ts'

/** All that a page says of one program. */
export interface Standing {
  program: Program
  use: UseState | undefined
  version: ProgramVersion | undefined
  /** Posted comments of the request that it has read. */
  read: number
  /** What people made of its suggestions, by version, the newest first. */
  answered: readonly Answered[]
}

/** How each of these programs stands in a request. */
export async function listStandings(
  db: ProgramDb,
  { id, processId }: { id: RequestId; processId: ProcessId },
  programs: readonly Program[],
): Promise<Standing[]> {
  const uses = await findUses(db, id)
  const read = await countReadBy(db, id)
  const answers = await countAnswers(db, processId)
  return Promise.all(
    programs.map(async (program) => ({
      program,
      use: uses.find((one) => one.program === program),
      version: (await listVersions(db, processId, program))[0],
      read: read.get(program) ?? 0,
      answered: answers.filter((one) => one.program === program),
    })),
  )
}
