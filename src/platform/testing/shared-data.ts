import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

/**
 * A file of the test data that lie beside the clone, or nothing where they do not: use it as
 * `test.skipIf(!file)`. On the build server they must be there.
 */
export function sharedData(path: string): string | undefined {
  const file = `${shared}${path}`
  if (existsSync(file)) return file
  if (process.env['CI'] === 'true') throw new Error(`The shared test data are missing: ${file}`)
  console.log(`Left out, since the shared test data are not here: tests on ${path}`)
  return undefined
}
