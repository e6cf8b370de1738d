import { type Config, readConfig } from './platform/config.ts'

export const tell = (line: string): void => console.log(line)

/** The settings of this process, or the end of it, with every wrong one named. */
export function configOrExit(): Config {
  const config = readConfig(process.env)
  if (!('problems' in config)) return config
  for (const problem of config.problems) console.error(problem)
  process.exit(1)
}

/** Runs a program to its end; what stops it is said in a sentence, not as a stack. */
export async function runProgram(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
  if (process.connected) process.disconnect()
}
