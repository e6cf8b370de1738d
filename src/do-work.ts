import type { Installation } from './installation.ts'
import { startWork, type WorkTables } from './work.ts'

/** Does the work of an installation until asked to end, and then closes it. */
export async function doWork(
  installation: Installation<WorkTables>,
  asked: Promise<unknown>,
  log: (line: string) => void,
): Promise<void> {
  try {
    const running = await startWork(installation, log)
    await asked
    await running.stop()
  } finally {
    await installation.close()
  }
}
