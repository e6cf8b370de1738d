import { joinInstallation } from './installation.ts'
import { configOrExit, runProgram, tell } from './program.ts'
import { untilAskedToEnd } from './until-asked-to-end.ts'
import { startWork, type WorkTables } from './work.ts'

/** `parley work`: the work of an installation in a process of its own. */
async function work(): Promise<number> {
  const asked = untilAskedToEnd()
  const installation = await joinInstallation<WorkTables>(configOrExit(), { log: tell })
  const running = await startWork(installation, tell)
  tell('Parley is at work.')
  await asked
  await running.stop()
  await installation.close()
  return 0
}

await runProgram(work)
