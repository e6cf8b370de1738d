import { type Actor, decide } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { findProcess, type Process, type ProcessesTables } from '../../processes/index.ts'
import { codebookPolicy } from './access.ts'

/** The process of an address, published or not: who may be here is asked of the policy table. */
export async function processAt(db: Db<ProcessesTables>, slug: string): Promise<Process> {
  const process = await findProcess(db, slug)
  if (!process) throw new NotFound('No such process.')
  return process
}

export const mayChange = (viewer: Actor, process: Process): boolean =>
  decide(codebookPolicy, viewer, 'codebook.change', { process: process.id })
