import { doWork } from './do-work.ts'
import { joinInstallation } from './installation.ts'
import { configOrExit, runProgram, tell } from './program.ts'
import { untilAskedToEnd } from './until-asked-to-end.ts'
import type { WorkTables } from './work.ts'

/** `parley work`: the work of an installation in a process of its own. */
async function work(): Promise<number> {
  const asked = untilAskedToEnd()
  const installation = await joinInstallation<WorkTables>(configOrExit(), { log: tell })
  tell('Parley is at work.')
  await doWork(installation, asked, tell)
  return 0
}

await runProgram(work)
