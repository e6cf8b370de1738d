import { type Installation, joinInstallation } from '../installation.ts'
import type { Config } from '../platform/config.ts'
import type { Context } from './verb.ts'

/** A context that opens the installation once at most, and what closes it again. */
export function makeContext(config: Config): { context: Context; close(): Promise<void> } {
  const opened: Promise<{ close(): Promise<void> }>[] = []
  const err = (line: string) => console.error(line)
  const context: Context = {
    config,
    out: (line) => console.log(line),
    err,
    open<Tables>(): Promise<Installation<Tables>> {
      const opening = joinInstallation<Tables>(config, { log: err })
      opened.push(opening)
      return opening
    },
  }
  const close = async () => {
    for (const opening of opened) await opening.then((installation) => installation.close()).catch(() => {})
  }
  return { context, close }
}
