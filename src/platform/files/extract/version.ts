import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The version of an installed package, as it stands in the record beside each extracted text. */
export function versionOf(name: string): string {
  const [root] = fileURLToPath(import.meta.resolve(name)).split(/(?<=node_modules[\\/][^@\\/]+)[\\/]/)
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
  return String(version)
}
