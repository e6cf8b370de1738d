import { join } from 'node:path'
import type { Endpoint } from './analysis/index.ts'
import type { Config } from './platform/config.ts'
import { readGivenKey } from './platform/keys.ts'

/** The language model that the settings name; its key lies in a file of the keys' folder and nowhere else. */
export function endpointOf({
  model,
  keysFolder,
}: Pick<Config, 'model' | 'keysFolder'>): Endpoint | undefined {
  if (!model) return undefined
  return { url: model.url, model: model.name, readKey: () => readGivenKey(join(keysFolder, 'model-key')) }
}
