import type { Installation } from '../installation.ts'
import type { Config } from '../platform/config.ts'

/** What a command is given; the installation is opened when asked for (once a command), and closed at its end. */
export interface Context {
  config: Config
  /** The result, which a program may read. */
  out(line: string): void
  /** Everything meant for the person at the terminal only. */
  err(line: string): void
  open<Tables>(): Promise<Installation<Tables>>
}

/** One command of `./parley`: gives the exit code. */
export interface Verb {
  name: string
  /** One line: the arguments, then what it does. */
  usage: string
  run(args: readonly string[], context: Context): Promise<number>
}
